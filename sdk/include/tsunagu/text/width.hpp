// Widths, spaces and compatibility forms. Originals are never folded in place: fold into a key.
#pragma once

#include <string>
#include <string_view>

namespace tsunagu::text {

/// Full-width ASCII to ASCII (and U+3000 to a space), nothing else.
std::string ascii_width(std::string_view text);

/// Unicode NFKC; malformed bytes become U+FFFD. It does not touch 髙 or 﨑.
std::string nfkc(std::string_view text);

/// Without spaces at both ends: ASCII white space, U+00A0 and U+3000.
std::string_view trim(std::string_view text) noexcept;

/// Without any space at all.
std::string without_spaces(std::string_view text);

/// True for the hyphens, dashes, minus signs and long marks that real addresses and telephone
/// numbers put between digits (U+208B, U+207B, U+2013, ー, ｰ, − …).
bool is_hyphen_like(char32_t c) noexcept;

bool is_space(char32_t c) noexcept;

/// U+FE00–FE0F and U+E0100–E01EF: they choose a glyph, not a character.
bool is_variation_selector(char32_t c) noexcept;

}  // namespace tsunagu::text
