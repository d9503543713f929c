#include "hub/cli/demo_page.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "hub/cli/layout.hpp"

namespace hub::cli {
namespace {

constexpr std::size_t word_columns = 18;

std::string line_of(std::string_view piece, std::size_t columns) {
  std::string out;
  for (std::size_t i = 0; i < columns; ++i)
    out += piece;
  return out;
}

}  // namespace

Page::Page(std::ostream& out, std::size_t columns) : out_(out), columns_(columns) {}

void Page::title(std::string_view text) {
  out_ << line_of("═", columns_) << '\n';
  lines(" ", " ", text);
  out_ << line_of("═", columns_) << '\n';
}

void Page::heading(std::string_view text) {
  const auto used = display_width(text) + 4;
  out_ << "\n── " << text << ' ' << line_of("─", columns_ > used ? columns_ - used : 0) << "\n\n";
}

void Page::paragraph(std::string_view text) {
  lines("", "", text);
}

void Page::item(std::string_view text, std::string_view mark) {
  const std::string first = "  " + std::string(mark);
  lines(first, std::string(display_width(first), ' '), text);
}

void Page::quote(std::string_view text, std::size_t most_lines) {
  std::vector<std::string_view> screen;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    screen.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t i = 0; i < screen.size(); ++i) {
    const bool shown = i < most_lines || i + 1 == screen.size();
    if (shown) lines("  │ ", "  │   ", screen[i]);
    if (i == most_lines && !shown)
      lines("  │ ", "  │ ",
            "  …（" + std::to_string(screen.size() - most_lines - 1) + "行を略す）");
  }
}

void Page::entry(std::string_view word, std::string_view text) {
  lines("  " + padded(word, word_columns), std::string(word_columns + 2, ' '), text);
}

void Page::command(std::string_view word, std::string_view text) {
  out_ << "  " << padded(word, word_columns) << text << '\n';
}

void Page::lines(std::string_view first, std::string_view next, std::string_view text) {
  const auto used = std::max(display_width(first), display_width(next));
  bool begun = false;
  for (const auto& line : wrapped(text, columns_ - used)) {
    out_ << (begun ? next : first) << line << '\n';
    begun = true;
  }
}

}  // namespace hub::cli
