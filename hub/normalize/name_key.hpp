// Names of persons as match keys.
#pragma once

#include <string_view>

#include "hub/normalize/normalized.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

/// NFKC, variation selectors off, variants folded, spaces and middle dots off, LIFE's dummy given
/// name ００ off. 竜/龍 and 斎/斉 stay apart in the key and meet in `weak`.
/// Warnings: name.empty, name.gaiji, name.dummy_given_name, name.malformed, name.too_many_variants.
Normalized name_key(std::string_view name, const Variants& variants);

/// Half-width to full-width, hiragana to katakana, small kana enlarged, long marks and spaces off.
/// `weak` holds the key with ヂ/ジ, ヅ/ズ, ヲ/オ and ヴ/ブ folded, where that differs.
/// Warnings: kana.empty, kana.not_kana, kana.malformed.
Normalized kana_key(std::string_view kana);

}  // namespace hub::normalize
