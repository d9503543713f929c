// Integers as people write them: 1,234 １２３４ 千二百三十四 1万2千 一二三 壱拾.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// 0–9 for a kanji digit (〇零一二…九壱弐参), else nothing.
std::optional<int> kanji_digit(char32_t c) noexcept;

/// Problems: number.empty, number.unreadable (三五十 is not a number), number.too_large.
Outcome<std::int64_t> parse_integer(std::string_view text);

}  // namespace tsunagu::text
