// Numbers with check digits. Two six-digit municipality numbers look alike and differ in the last
// digit (さくら市 092142 and 092148): they are different types of code here too.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

enum class CodeRepair {
  none,
  leading_zero,          ///< 92142 → 092142 (a spreadsheet ate it)
  check_digit,           ///< 13101 → 131016 (written without)
  zero_and_check_digit,  ///< 1100 → 011002
};

std::string_view code_of(CodeRepair repair) noexcept;  ///< "code.leading_zero"; "" for none

struct Code {
  std::string digits{};
  CodeRepair repair = CodeRepair::none;
};

/// 全国地方公共団体コード (mod 11). Full width, spaces and hyphens are taken out first; each repair
/// is reported. Problems: code.empty, code.not_digits, code.length, code.check_digit.
Outcome<Code> parse_local_government_code(std::string_view text);

/// 保険者番号 (介護) and 証記載市町村番号 (障害): six digits, mod 10. Never repaired but for a lost
/// leading zero.
Outcome<Code> parse_insurer_number(std::string_view text);

Outcome<Code> parse_corporate_number(std::string_view text);  ///< 法人番号, 13 digits, mod 9
Outcome<Code> parse_facility_number(std::string_view text);  ///< 事業所番号, 10 digits, no check
Outcome<Code> parse_town_id(std::string_view text);          ///< 町字ID, 7 digits, hyphen dropped
Outcome<Code> parse_postal_code(std::string_view text);  ///< 郵便番号, 7 digits, 〒 dropped

/// `first_five` must be five ASCII digits; '\0' otherwise.
char local_government_check_digit(std::string_view first_five) noexcept;
char insurer_check_digit(std::string_view first_five) noexcept;
/// Of the twelve digits behind it.
char corporate_check_digit(std::string_view last_twelve) noexcept;

}  // namespace tsunagu::text
