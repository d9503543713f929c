#include "hub/cli/layout.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>

#include "tsunagu/text/utf8.hpp"

namespace hub::cli {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

/// East Asian Wide and Fullwidth, as far as Japanese text and its symbols go.
constexpr Range wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xE000, 0xF8FF},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};
constexpr Range none[] = {
    {0x0300, 0x036F}, {0x200B, 0x200F}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF},
};

template <std::size_t count>
bool in(const Range (&ranges)[count], std::uint32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges), [point](const Range& range) {
    return range.first <= point && point <= range.last;
  });
}

/// The first character: how many bytes, how many columns.
struct Character {
  std::size_t bytes;
  std::size_t columns;
};

Character first_of(std::string_view text) {
  std::size_t bytes = 0;
  const auto point = tsunagu::text::next(text, bytes);
  if (in(none, point)) return {bytes, 0};
  return {bytes, in(wide, point) ? 2u : 1u};
}

bool ends_a_phrase(std::string_view character) {
  return character == "、" || character == "。";
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const auto character = first_of(text);
    columns += character.columns;
    text.remove_prefix(character.bytes);
  }
  return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
  const auto width = display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  while (!text.empty()) {
    const auto character = first_of(text);
    const auto piece = text.substr(0, character.bytes);
    const bool full = width + character.columns > columns && !ends_a_phrase(piece);
    if (piece == "\n" || full) {
      lines.emplace_back();
      width = 0;
    }
    if (piece != "\n") {
      lines.back() += piece;
      width += character.columns;
    }
    text.remove_prefix(character.bytes);
  }
  return lines;
}

void Table::print(std::ostream& out) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      out << padded(row[i], widths[i] + 2);
    if (!row.empty()) out << row.back();
    out << '\n';
  }
}

}  // namespace hub::cli
