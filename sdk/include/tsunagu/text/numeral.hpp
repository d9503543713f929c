// Integers as people write them: 1,234 １２３４ 千二百三十四 1万2千 2.5万 一二三 壱拾 廿三.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// 0–9 for a kanji digit (〇零一…九 and their formal forms 壱 弐 参 …), else nothing.
std::optional<int> kanji_digit(char32_t c) noexcept;

/// Problems: number.empty, number.unreadable (三五十 is not a number), number.too_large.
Outcome<std::int64_t> parse_integer(std::string_view text);

}  // namespace tsunagu::text
