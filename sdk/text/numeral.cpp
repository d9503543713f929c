#include "tsunagu/text/numeral.hpp"

#include <string>

#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

constexpr std::int64_t largest = 1'000'000'000'000'000;

Problem unreadable() {
  return {.code = "number.unreadable", .text = "整数として読めません"};
}

Problem too_large() {
  return {.code = "number.too_large", .text = "数が大きすぎます"};
}

std::int64_t small_unit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return 0;
  }
}

std::int64_t large_unit(char32_t c) {
  switch (c) {
    case U'万':
    case U'萬':
      return 10'000;
    case U'億':
      return 100'000'000;
    case U'兆':
      return 1'000'000'000'000;
    default:
      return 0;
  }
}

std::optional<int> digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  return kanji_digit(c);
}

/// Reads "1億2千三百四十五" from the left: digits make a number, 十百千 multiply it within a group
/// of four places, 万億兆 close the group. Units must fall.
class Sum {
 public:
  bool take(char32_t c) {
    if (const auto value = digit(c)) return take_digit(*value);
    if (const auto unit = small_unit(c); unit != 0) return take_small(unit);
    if (const auto unit = large_unit(c); unit != 0) return take_large(unit);
    return false;
  }

  [[nodiscard]] bool complete() const { return any_; }
  [[nodiscard]] bool overflowed() const { return overflowed_; }

  /// False where the digits behind the last unit do not fit under it (三五十, 十二三).
  bool close() {
    if (!close_digits()) return false;
    total_ += group_;
    group_ = 0;
    return true;
  }

  [[nodiscard]] std::int64_t total() const { return total_; }

 private:
  bool take_digit(int value) {
    any_ = true;
    ++digits_;
    number_ = number_ * 10 + value;
    overflowed_ = overflowed_ || number_ > largest;
    return !overflowed_;
  }

  bool take_small(std::int64_t unit) {
    if (unit >= last_small_ || digits_ > 1 || (digits_ == 1 && number_ == 0)) return false;
    any_ = true;
    group_ += (digits_ == 0 ? 1 : number_) * unit;
    last_small_ = unit;
    number_ = 0;
    digits_ = 0;
    return true;
  }

  bool take_large(std::int64_t unit) {
    if (unit >= last_large_ || !close_digits() || group_ == 0 || group_ > 9999) return false;
    total_ += group_ * unit;
    group_ = 0;
    last_large_ = unit;
    last_small_ = no_unit_yet;
    return true;
  }

  bool close_digits() {
    if (digits_ > 0 && last_small_ != no_unit_yet && number_ >= last_small_) return false;
    if (digits_ > 1 && last_small_ != no_unit_yet) return false;
    if (last_large_ != no_unit_yet && number_ >= last_large_) return false;
    group_ += number_;
    number_ = 0;
    digits_ = 0;
    return true;
  }

  static constexpr std::int64_t no_unit_yet = largest * 10;
  std::int64_t total_ = 0;
  std::int64_t group_ = 0;
  std::int64_t number_ = 0;
  int digits_ = 0;
  std::int64_t last_small_ = no_unit_yet;
  std::int64_t last_large_ = no_unit_yet;
  bool any_ = false;
  bool overflowed_ = false;
};

/// "1,234,567": a comma only before groups of three, and none in the first three places.
bool commas_fit(std::string_view digits) {
  const auto first = digits.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < digits.size(); at += 4) {
    if (digits[at] != ',' || at + 4 > digits.size()) return false;
    if (digits.substr(at + 1, 3).find(',') != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::optional<int> kanji_digit(char32_t c) noexcept {
  constexpr std::u32string_view plain = U"〇一二三四五六七八九";
  constexpr std::u32string_view formal = U"零壱弐参";
  if (const auto at = plain.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
  if (const auto at = formal.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
  return std::nullopt;
}

Outcome<std::int64_t> parse_integer(std::string_view text) {
  const auto folded = without_spaces(nfkc(text));
  std::string_view rest = folded;
  if (rest.empty()) return Problem{.code = "number.empty", .text = "数が書かれていません"};
  bool negative = false;
  if (std::size_t at = 0; is_hyphen_like(next(rest, at))) {
    negative = true;
    rest.remove_prefix(at);
  }
  if (!commas_fit(rest)) return unreadable();
  Sum sum;
  for (std::size_t at = 0; at < rest.size();) {
    const auto c = next(rest, at);
    if (c == U',') continue;
    if (!sum.take(c)) return sum.overflowed() ? too_large() : unreadable();
  }
  if (!sum.complete() || !sum.close()) return unreadable();
  if (sum.total() > largest) return too_large();
  return negative ? -sum.total() : sum.total();
}

}  // namespace tsunagu::text
