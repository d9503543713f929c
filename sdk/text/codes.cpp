#include "tsunagu/text/codes.hpp"

#include <algorithm>
#include <utility>

#include "sdk/text/digits.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

int value(char digit) {
  return digit - '0';
}

char digit_of(int value) {
  return static_cast<char>('0' + value);
}

bool all_digits(std::string_view text, std::size_t size) {
  return text.size() == size &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Problem problem(std::string code, std::string text) {
  return {.code = std::move(code), .text = std::move(text)};
}

Problem wrong_length(std::size_t size) {
  return problem("code.length", std::to_string(size) + "桁の番号ではありません");
}

Problem wrong_check_digit() {
  return problem("code.check_digit", "検査数字が合いません");
}

Outcome<std::string> read_digits(std::string_view text) {
  if (trim(text).empty()) return problem("code.empty", "番号が書かれていません");
  auto digits = digits_only(text);
  if (!digits || digits->empty()) return problem("code.not_digits", "数字以外の文字が入っています");
  return *std::move(digits);
}

Outcome<Code> plain_code(std::string_view text, std::size_t size) {
  auto digits = read_digits(text);
  if (!digits) return digits.problem();
  if (digits->size() != size) return wrong_length(size);
  return Code{.digits = std::move(digits).value()};
}

/// 都道府県 01–47: what keeps a five-digit code from being repaired into a place that is none.
bool has_prefecture(std::string_view digits) {
  const int prefecture = value(digits[0]) * 10 + value(digits[1]);
  return prefecture >= 1 && prefecture <= 47;
}

bool local_government_checks(std::string_view digits) {
  return digits[5] == local_government_check_digit(digits.substr(0, 5));
}

/// 92142: six digits that lost their zero; 13101: five without their check digit. Where both would
/// do, the check digit that fits speaks for the lost zero.
Outcome<Code> repair_five(const std::string& five) {
  const auto with_zero = "0" + five;
  if (has_prefecture(with_zero) && local_government_checks(with_zero))
    return Code{.digits = with_zero, .repair = CodeRepair::leading_zero};
  if (!has_prefecture(five)) return wrong_check_digit();
  return Code{.digits = five + local_government_check_digit(five),
              .repair = CodeRepair::check_digit};
}

}  // namespace

std::string_view code_of(CodeRepair repair) noexcept {
  switch (repair) {
    case CodeRepair::none:
      return "";
    case CodeRepair::leading_zero:
      return "code.leading_zero";
    case CodeRepair::check_digit:
      return "code.check_digit_added";
    case CodeRepair::zero_and_check_digit:
      return "code.zero_and_check_digit_added";
  }
  return "";
}

char local_government_check_digit(std::string_view first_five) noexcept {
  if (!all_digits(first_five, 5)) return '\0';
  int sum = 0;
  for (int i = 0; i < 5; ++i)
    sum += value(first_five[static_cast<std::size_t>(i)]) * (6 - i);
  return digit_of((11 - sum % 11) % 10);
}

char insurer_check_digit(std::string_view first_five) noexcept {
  if (!all_digits(first_five, 5)) return '\0';
  int sum = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    const int product = value(first_five[i]) * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return digit_of((10 - sum % 10) % 10);
}

char corporate_check_digit(std::string_view last_twelve) noexcept {
  if (!all_digits(last_twelve, 12)) return '\0';
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i)
    sum += value(last_twelve[i]) * (i % 2 == 0 ? 2 : 1);
  return digit_of(9 - sum % 9);
}

Outcome<Code> parse_local_government_code(std::string_view text) {
  const auto digits = read_digits(text);
  if (!digits) return digits.problem();
  if (digits->size() == 5) return repair_five(*digits);
  if (digits->size() == 4) {
    const auto five = "0" + *digits;
    if (!has_prefecture(five)) return wrong_length(6);
    return Code{.digits = five + local_government_check_digit(five),
                .repair = CodeRepair::zero_and_check_digit};
  }
  if (digits->size() != 6) return wrong_length(6);
  if (!local_government_checks(*digits)) return wrong_check_digit();
  return Code{.digits = *digits};
}

Outcome<Code> parse_insurer_number(std::string_view text) {
  const auto digits = read_digits(text);
  if (!digits) return digits.problem();
  const bool short_by_one = digits->size() == 5;
  const auto six = short_by_one ? "0" + *digits : *digits;
  if (six.size() != 6) return wrong_length(6);
  if (six[5] != insurer_check_digit(std::string_view(six).substr(0, 5))) return wrong_check_digit();
  return Code{.digits = six, .repair = short_by_one ? CodeRepair::leading_zero : CodeRepair::none};
}

Outcome<Code> parse_corporate_number(std::string_view text) {
  auto code = plain_code(text, 13);
  if (code && code->digits[0] != corporate_check_digit(std::string_view(code->digits).substr(1)))
    return wrong_check_digit();
  return code;
}

Outcome<Code> parse_facility_number(std::string_view text) {
  return plain_code(text, 10);
}

Outcome<Code> parse_town_id(std::string_view text) {
  return plain_code(text, 7);
}

Outcome<Code> parse_postal_code(std::string_view text) {
  auto rest = trim(text);
  constexpr std::string_view mark = "〒";
  if (rest.substr(0, mark.size()) == mark) rest.remove_prefix(mark.size());
  return plain_code(rest, 7);
}

}  // namespace tsunagu::text
