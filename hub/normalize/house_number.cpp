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
constexpr std::size_t longest_room = 6;

/// Longer marks before their beginnings.
constexpr std::array<std::string_view, 7> marks = {"番地ノ", "番地", "番", "丁目",
                                                   "号室",   "号",   "ノ"};

bool begins(std::string_view whole, std::string_view front) {
  return whole.substr(0, front.size()) == front;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_latin(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool hyphen_at(std::string_view rest, std::size_t& size) {
  size = 0;
  return !rest.empty() && text::is_hyphen_like(text::next(rest, size));
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
                     [rest](std::string_view mark) { return begins(rest, mark); });
}

struct Group {
  std::string digits{};
  std::size_t bytes = 0;
};

std::optional<Group> group_at(std::string_view rest) {
  if (const auto size = digit_run(rest); size > 0) {
    if (size > longest_group) return std::nullopt;
    const auto zeros = std::min(rest.substr(0, size).find_first_not_of('0'), size - 1);
    return Group{std::string(rest.substr(zeros, size - zeros)), size};
  }
  const auto size = kanji_run(rest);
  if (size == 0 || !is_number_mark_at(rest.substr(size))) return std::nullopt;
  const auto value = text::parse_integer(rest.substr(0, size));
  if (!value) return std::nullopt;
  return Group{std::to_string(*value), size};
}

class Reader {
 public:
  explicit Reader(std::string_view folded) : text_(folded) {}

  HouseNumber run() {
    while (const auto group = group_at(rest())) {
      number_.groups.push_back(group->digits);
      number_.end += group->bytes;
      if (floor_here()) return drop_glued();
      skip_doubled_chome();
      if (!skip_marks()) break;
    }
    return number_;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(number_.end); }

  [[nodiscard]] bool floor_here() const {
    const auto behind = rest();
    if (begins(behind, "階")) return true;
    return begins(behind, "F") && (behind.size() == 1 || !is_latin(behind[1]));
  }

  HouseNumber drop_glued() {
    number_.groups.pop_back();
    number_.glued = true;
    return number_;
  }

  /// ゆめが丘4四丁目: the same 丁目 in digits and in kanji.
  void skip_doubled_chome() {
    const auto size = kanji_run(rest());
    if (size == 0 || !begins(rest().substr(size), "丁目")) return;
    const auto value = text::parse_integer(rest().substr(0, size));
    if (!value || std::to_string(*value) != number_.groups.back()) return;
    number_.end += size;
    number_.doubled_chome = true;
  }

  /// Marks and hyphens between two numbers; false where no number can follow.
  bool skip_marks() {
    bool skipped = false;
    for (bool again = true; again;) {
      again = false;
      std::size_t size = 0;
      if (hyphen_at(rest(), size) && group_at(rest().substr(size))) {
        number_.end += size;
        skipped = again = true;
      }
      for (const auto mark : marks) {
        if (again || !begins(rest(), mark)) continue;
        if (mark == "ノ" && !group_at(rest().substr(mark.size()))) continue;
        number_.room_mark = mark == "号室";
        number_.end += mark.size();
        skipped = again = true;
      }
    }
    return skipped && !number_.room_mark;
  }

  std::string_view text_;
  HouseNumber number_;
};

bool ends_with(std::string_view whole, std::string_view end) {
  return whole.size() >= end.size() && whole.substr(whole.size() - end.size()) == end;
}

}  // namespace

HouseNumber read_house_number(std::string_view folded) {
  return Reader(folded).run();
}

bool number_begins(std::string_view folded) {
  return group_at(folded).has_value();
}

std::string room_of(std::string_view building) {
  for (const std::string_view mark : {"号室", "号", "室"}) {
    if (ends_with(building, mark)) building.remove_suffix(mark.size());
  }
  auto begin = building.size();
  while (begin > 0 && (is_digit(building[begin - 1]) || is_latin(building[begin - 1]) ||
                       building[begin - 1] == '-'))
    --begin;
  auto room = building.substr(begin);
  if (room.size() > longest_room) {
    const auto digits = room.find_last_not_of("0123456789");
    room.remove_prefix(digits == std::string_view::npos ? 0 : digits + 1);
  }
  while (begins(room, "-"))
    room.remove_prefix(1);
  const bool floor = room.size() > 1 && room.back() == 'F' && is_digit(room[room.size() - 2]);
  return floor || room.size() > longest_group ? std::string{} : std::string(room);
}

}  // namespace hub::normalize
