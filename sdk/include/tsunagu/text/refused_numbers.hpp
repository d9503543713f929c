// Numbers that no feed may bring: 個人番号 (番号法20条 forbids keeping it outside 19条),
// 住民票コード (住民基本台帳法30条の37・38), 健康保険の記号・番号 and 団体内統合宛名番号. They are
// looked for only to be refused; a finding says where, never what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tsunagu::text {

enum class RefusedNumber : std::uint8_t {
  my_number,         ///< 個人番号, 12 digits
  resident_code,     ///< 住民票コード, 11 digits
  health_insurance,  ///< 健康保険の記号・番号 (by its header only)
  unified_atena,     ///< 団体内統合宛名番号 (by its header only)
};

std::string_view code_of(RefusedNumber number) noexcept;  ///< "refused.my_number"
std::string_view name_of(RefusedNumber number) noexcept;  ///< Japanese

struct RefusedFinding {
  RefusedNumber number = RefusedNumber::my_number;
  std::size_t offset = 0;  ///< byte in the text that was searched
  std::size_t bytes = 0;
};

/// A header or member name that announces one of them (個人番号, マイナンバー, mynumber …).
std::optional<RefusedNumber> refused_header(std::string_view name);

struct NumberSearch {
  bool telephone_column = false;  ///< 11 digits are a telephone number there, not a 住民票コード
};

/// The first run of exactly 12 (or 11) digits with a right check digit, also in full width, with
/// hyphens or spaces between, inside free text too, but not in a UUID (RFC 9562) of its own.
/// One random number in eleven passes: quarantine, do not drop.
std::optional<RefusedFinding> find_refused_number(std::string_view text, NumberSearch where = {});

}  // namespace tsunagu::text
