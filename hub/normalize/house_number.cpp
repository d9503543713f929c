#include "hub/normalize/house_number.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::size_t longest_group = 10;
/// 1101号室 may be room 101 behind a 1; 101号室 is hardly anything but itself.
constexpr std::size_t longest_sure_room = 3;

constexpr std::string_view small_mark = "ノ";
constexpr std::string_view room_mark = "号室";
constexpr std::string_view chome = "丁目";

/// Longer marks before their beginnings.
constexpr std::array<std::string_view, 8> marks = {"番地ノ", "番地", "番ノ", "番",
                                                   "丁目",   "号室", "号",   "ノ"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_latin(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_between_numbers(char32_t c) {
  return text::is_hyphen_like(c) || c == U'~' || c == U'〜' || c == U'∼';
}

bool hyphen_at(std::string_view rest, std::size_t& size) {
  size = 0;
  return !rest.empty() && is_between_numbers(text::next(rest, size));
}

std::size_t digit_run(std::string_view rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_digit);
  return static_cast<std::size_t>(end - rest.begin());
}

/// Bytes of kanji numerals at the front.
std::size_t kanji_run(std::string_view rest) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < rest.size(); end = at) {
    const auto c = text::next(rest, at);
    if (!text::kanji_digit(c) && c != U'十' && c != U'百' && c != U'千') break;
  }
  return end;
}

bool is_number_mark_at(std::string_view rest) {
  std::size_t size = 0;
  return hyphen_at(rest, size) ||
         std::any_of(marks.begin(), marks.end(),
                     [rest](std::string_view mark) { return rest.starts_with(mark); });
}

bool ends_here(std::string_view rest) {
  return rest.empty() || rest.front() == ' ' || rest.front() == '(';
}

struct Group {
  std::string digits{};
  std::size_t bytes = 0;
  bool kanji = false;
};

std::optional<Group> latin_group_at(std::string_view rest, std::size_t size) {
  if (size > longest_group) return std::nullopt;
  const auto zeros = std::min(rest.substr(0, size).find_first_not_of('0'), size - 1);
  return Group{std::string(rest.substr(zeros, size - zeros)), size, false};
}

/// `inside`: behind a mark, where a number in kanji may also be the last thing.
std::optional<Group> group_at(std::string_view rest, bool inside = false) {
  if (const auto size = digit_run(rest); size > 0) return latin_group_at(rest, size);
  const auto size = kanji_run(rest);
  if (size == 0) return std::nullopt;
  const auto behind = rest.substr(size);
  if (!is_number_mark_at(behind) && !(inside && ends_here(behind))) return std::nullopt;
  const auto value = text::parse_integer(rest.substr(0, size));
  if (!value) return std::nullopt;
  return Group{std::to_string(*value), size, true};
}

class Reader {
 public:
  explicit Reader(std::string_view folded) : text_(folded) { number_.groups.reserve(4); }

  HouseNumber run() {
    while (const auto group = group_at(rest(), !number_.groups.empty())) {
      number_.groups.push_back(group->digits);
      number_.end += group->bytes;
      if (group->kanji) number_.notes.add(Note::address_kanji_digits);
      if (floor_here() || glued_room_here(*group)) return drop_glued();
      note_chome(*group);
      skip_doubled_chome();
      if (!skip_marks()) break;
    }
    return number_;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(number_.end); }

  [[nodiscard]] bool floor_here() const {
    const auto behind = rest();
    if (behind.starts_with("階")) return true;
    return behind.starts_with("F") && (behind.size() == 1 || !is_latin(behind[1]));
  }

  /// 2771-1101号室: 2771-1 and 101, or 2771 and 1101? A fourth number can only be the room.
  [[nodiscard]] bool glued_room_here(const Group& group) const {
    return rest().starts_with(room_mark) && number_.groups.size() <= 3 &&
           group.digits.size() > longest_sure_room;
  }

  HouseNumber drop_glued() {
    number_.groups.pop_back();
    number_.notes.add(Note::address_glued_building);
    return number_;
  }

  void note_chome(const Group& group) {
    if (rest().starts_with(chome))
      number_.notes.add(group.kanji ? Note::address_chome_kanji : Note::address_chome_digits);
  }

  /// ゆめが丘4四丁目: the same 丁目 in digits and in kanji.
  void skip_doubled_chome() {
    const auto size = kanji_run(rest());
    if (size == 0 || !rest().substr(size).starts_with(chome)) return;
    const auto value = text::parse_integer(rest().substr(0, size));
    if (!value || std::to_string(*value) != number_.groups.back()) return;
    number_.end += size;
    number_.notes.add(Note::address_chome_kanji);
    number_.notes.add(Note::address_doubled_chome);
  }

  /// Marks and hyphens between two numbers; false where no number can follow.
  bool skip_marks() {
    bool skipped = false;
    while (skip_hyphen() || skip_mark())
      skipped = true;
    return skipped && !number_.room_mark;
  }

  bool skip_hyphen() {
    std::size_t size = 0;
    if (!hyphen_at(rest(), size) || !group_at(rest().substr(size), true)) return false;
    number_.end += size;
    return true;
  }

  /// A text that is set wide (2771 番地 1) has a space before the mark, and then one behind it.
  bool skip_mark() {
    const std::size_t space = rest().starts_with(" ") ? 1 : 0;
    const auto from = rest().substr(space);
    const auto mark = std::find_if(marks.begin(), marks.end(),
                                   [from](std::string_view one) { return from.starts_with(one); });
    if (mark == marks.end()) return false;
    const auto behind = from.substr(mark->size());
    if (*mark == small_mark && !group_at(behind, true)) return false;
    number_.room_mark = *mark == room_mark;
    note_mark(*mark);
    number_.end += space + mark->size();
    if (space > 0 && behind.starts_with(" ") && group_at(behind.substr(1), true)) ++number_.end;
    return true;
  }

  void note_mark(std::string_view mark) {
    if (mark.starts_with("番地")) {
      number_.notes.add(Note::address_banchi);
    } else if (mark.starts_with("番")) {
      ban_ = true;
    } else if (mark == "号" && ban_) {
      number_.notes.add(Note::address_ban_go);
    }
  }

  std::string_view text_;
  HouseNumber number_;
  bool ban_ = false;
};

}  // namespace

HouseNumber read_house_number(std::string_view folded) {
  return Reader(folded).run();
}

bool number_begins(std::string_view folded) {
  return group_at(folded).has_value();
}

std::string number_in_kanji(std::string_view folded) {
  constexpr std::size_t two_characters = 6;
  if (folded.size() < two_characters || kanji_run(folded) != folded.size()) return {};
  const auto value = text::parse_integer(folded);
  return value ? std::to_string(*value) : std::string{};
}

}  // namespace hub::normalize
