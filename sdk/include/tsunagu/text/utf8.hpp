// UTF-8 by the code point. Nothing here crashes on malformed input: `next` yields U+FFFD for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsunagu::text {

inline constexpr char32_t replacement = 0xFFFD;

/// Strictly UTF-8: no overlong form, no surrogate, nothing above U+10FFFF, nothing cut.
bool is_utf8(std::string_view text) noexcept;

/// The code point at `at`, and moves `at` behind it (by one byte where the bytes are malformed).
/// `at` must be below `text.size()`.
char32_t next(std::string_view text, std::size_t& at) noexcept;

void append(std::string& text, char32_t code_point);

std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);

/// How many characters (code points) it has.
std::size_t length(std::string_view text) noexcept;

}  // namespace tsunagu::text
