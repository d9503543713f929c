#include "hub/cli/layout.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

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

constexpr std::string_view never_first =
    "、。，．・：；？！」』）］｝〕〉》】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}";
constexpr std::string_view never_last = "「『（［｛〔〈《【([{";

bool is_one_of(std::string_view characters, std::string_view one) {
  return !one.empty() && characters.find(one) != std::string_view::npos;
}

bool is_of_a_word(std::string_view character) {
  return character.size() == 1 && character[0] > ' ' && character[0] <= '~';
}

bool may_break_between(std::string_view before, std::string_view after) {
  if (before.empty() || after == " ") return false;
  if (is_of_a_word(before) && is_of_a_word(after)) return false;
  return !is_one_of(never_first, after) && !is_one_of(never_last, before);
}

std::string_view character_at(std::string_view text, std::size_t at) {
  return text.substr(at, first_of(text.substr(at)).bytes);
}

/// What stays whole: up to the next place where a line may break, blanks at its end included.
std::string_view first_piece(std::string_view text) {
  std::string_view before;
  std::size_t at = 0;
  while (at < text.size() && text[at] != '\n') {
    const auto character = character_at(text, at);
    if (may_break_between(before, character)) break;
    before = character;
    at += character.size();
  }
  return text.substr(0, at);
}

std::string_view without_end_blanks(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? text : text.substr(0, last + 1);
}

/// Fills one line after the other.
class Paragraph {
 public:
  explicit Paragraph(std::size_t columns) : columns_(columns) {}

  void add(std::string_view piece) {
    const auto needed = display_width(without_end_blanks(piece));
    if (width_ > 0 && width_ + needed > columns_) end_line();
    if (needed > columns_) return add_split(piece);
    put(piece);
  }
  void end_line() {
    lines_.back() = without_end_blanks(lines_.back());
    lines_.emplace_back();
    width_ = 0;
  }
  std::vector<std::string> take() {
    lines_.back() = without_end_blanks(lines_.back());
    return std::move(lines_);
  }

 private:
  void put(std::string_view piece) {
    lines_.back() += piece;
    width_ += display_width(piece);
  }
  /// Longer than a line: it breaks where it must.
  void add_split(std::string_view piece) {
    while (!piece.empty()) {
      const auto character = character_at(piece, 0);
      if (width_ > 0 && width_ + display_width(character) > columns_) end_line();
      put(character);
      piece.remove_prefix(character.size());
    }
  }

  std::size_t columns_;
  std::size_t width_ = 0;
  std::vector<std::string> lines_{1};
};

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
  Paragraph lines(columns);
  while (!text.empty()) {
    if (text.front() == '\n') {
      lines.end_line();
      text.remove_prefix(1);
      continue;
    }
    const auto piece = first_piece(text);
    lines.add(piece);
    text.remove_prefix(piece.size());
  }
  return lines.take();
}

std::size_t widest_piece(std::string_view text) {
  std::size_t widest = 0;
  while (!text.empty()) {
    const auto piece = first_piece(text);
    widest = std::max(widest, display_width(without_end_blanks(piece)));
    text.remove_prefix(std::max<std::size_t>(piece.size(), 1));
  }
  return widest;
}

std::size_t terminal_columns() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return known ? size.ws_col : 0;
}

}  // namespace hub::cli
