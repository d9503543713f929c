// Addresses and place names as the text in which they are read and compared.
#pragma once

#include <string>
#include <string_view>

#include "hub/normalize/note.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

/// NFKC, variant kanji folded, ヶケがヵ → ケ, ノの之 → ノ, ツッつ → ツ, 大字 and 字 left out,
/// （改行） and line breaks a space.
std::string place_text(std::string_view original, const Variants& variants);

/// What the original was written with: full-width digits, hyphens of other kinds before a digit,
/// 大字, （改行）.
Notes notes_of_place(std::string_view original);

}  // namespace hub::normalize
