// Digits of any width out of text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tsunagu::text {

/// 0–9 for ASCII, full-width and mathematical digits.
std::optional<char> ascii_digit(char32_t c) noexcept;

/// The digits of a code, spaces and hyphens left out; nothing where anything else stands in it.
std::optional<std::string> digits_only(std::string_view text);

}  // namespace tsunagu::text
