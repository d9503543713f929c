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
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
    case U'阡':
      return 1000;
    default:
      return 0;
  }
}

/// 廿 卅 卌: tens in one character.
int tens(char32_t c) {
  constexpr std::u32string_view characters = U"廿卅卌";
  const auto at = characters.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) * 10 + 20;
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
/// of four places, 万億兆 close the group. Units must fall. Behind a unit kanji digits are one or
/// led by 〇 (二百〇三), Latin ones as many as fit under it (1千200).
class Sum {
 public:
  bool take(char32_t c) {
    if (const auto value = digit(c)) return take_digit(*value, c < 0x80);
    if (const auto value = tens(c); value != 0) return take_tens(value);
    if (const auto unit = small_unit(c); unit != 0) return take_small(unit);
    if (const auto unit = large_unit(c); unit != 0) return take_large(unit);
    return c == U'.' && take_point();
  }

  [[nodiscard]] bool complete() const { return any_; }
  [[nodiscard]] bool overflowed() const { return overflowed_; }

  /// False where the digits behind the last unit do not fit under it (三五十, 十二三).
  bool close() {
    if (divisor_ != 1 || !close_digits()) return false;
    total_ += group_;
    group_ = 0;
    return true;
  }

  [[nodiscard]] std::int64_t total() const { return total_; }

 private:
  bool take_digit(int value, bool latin) {
    any_ = true;
    if (value == 0 && digits_ == 0 && !latin && last_small_ != no_unit_yet) return zero_ = true;
    ++digits_;
    latin_ = latin && (latin_ || digits_ == 1);
    number_ = number_ * 10 + value;
    if (has_point_) divisor_ *= 10;
    overflowed_ = overflowed_ || number_ > largest || divisor_ > largest;
    return !overflowed_;
  }

  /// 2.5万, 1.25億: no integer until a unit makes it one.
  bool take_point() {
    if (has_point_ || digits_ == 0 || group_ != 0) return false;
    return has_point_ = true;
  }

  bool take_tens(int value) {
    if (digits_ > 0 || last_small_ <= 10 || has_point_) return false;
    any_ = true;
    group_ += value;
    last_small_ = 10;
    return true;
  }

  bool take_small(std::int64_t unit) {
    const bool several = digits_ > 1 && !has_point_;
    if (unit >= last_small_ || several || (digits_ > 0 && number_ == 0)) return false;
    if (digits_ == 0) number_ = 1;
    if (!multiply(unit)) return false;
    any_ = true;
    group_ += number_;
    last_small_ = unit;
    clear_digits();
    return true;
  }

  bool take_large(std::int64_t unit) {
    if (unit >= last_large_) return false;
    if (has_point_) {
      if (group_ != 0 || number_ / divisor_ > 9999 || !multiply(unit)) return false;
      total_ += number_;
      clear_digits();
    } else {
      if (!close_digits() || group_ == 0 || group_ > 9999) return false;
      total_ += group_ * unit;
    }
    group_ = 0;
    last_large_ = unit;
    last_small_ = no_unit_yet;
    return true;
  }

  /// The number with its fraction, as many as the unit says; false where no integer comes out.
  bool multiply(std::int64_t unit) {
    if (unit % divisor_ != 0 && (number_ > largest / unit || number_ * unit % divisor_ != 0))
      return false;
    number_ = unit % divisor_ == 0 ? number_ * (unit / divisor_) : number_ * unit / divisor_;
    return true;
  }

  bool close_digits() {
    if (zero_ && digits_ == 0) return false;
    if (digits_ > 0 && last_small_ != no_unit_yet && number_ >= last_small_) return false;
    if (digits_ > 1 && last_small_ != no_unit_yet && !latin_) return false;
    if (last_large_ != no_unit_yet && number_ >= last_large_) return false;
    group_ += number_;
    clear_digits();
    return true;
  }

  void clear_digits() {
    number_ = 0;
    digits_ = 0;
    divisor_ = 1;
    has_point_ = zero_ = false;
  }

  static constexpr std::int64_t no_unit_yet = largest * 10;
  std::int64_t total_ = 0;
  std::int64_t group_ = 0;
  std::int64_t number_ = 0;
  std::int64_t divisor_ = 1;  ///< 10 for each digit behind the point
  int digits_ = 0;
  std::int64_t last_small_ = no_unit_yet;
  std::int64_t last_large_ = no_unit_yet;
  bool any_ = false;
  bool latin_ = false;
  bool zero_ = false;  ///< a 〇 that only holds a place
  bool has_point_ = false;
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
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
    case U'壱':
    case U'壹':
    case U'弌':
      return 1;
    case U'二':
    case U'弐':
    case U'貳':
    case U'弍':
      return 2;
    case U'三':
    case U'参':
    case U'參':
    case U'弎':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陸':
      return 6;
    case U'七':
    case U'漆':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return std::nullopt;
  }
}

Outcome<std::int64_t> parse_integer(std::string_view text) {
  const auto folded = without_spaces(nfkc(text));
  std::string_view rest = folded;
  if (rest.empty()) return Problem{.code = "number.empty", .text = "数が書かれていません"};
  bool negative = false;
  if (std::size_t at = 0; is_hyphen_like(next(rest, at)) || rest.front() == '+') {
    negative = rest.front() != '+';
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
