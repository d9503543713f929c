// Names of persons as match keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/normalize/name_parts.hpp"
#include "hub/normalize/normalized.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

struct FurtherName {
  NameUse use = NameUse::alias;
  std::string key{};  ///< of a reading as name_key makes it: kana_key wants the original
};

struct NameKey : Normalized {
  /// 通称名, 旧氏 and other spellings that stood in the same text. A 旧氏 without a given name has
  /// the one of the name itself, where a space tells which that is.
  std::vector<FurtherName> further{};
};

/// NFKC, variation selectors off, variants folded, 々 written out, Latin letters as capitals
/// without accents, spaces, middle dots and hyphens off, LIFE's dummy given name ００ off. 竜/龍
/// and 斎/斉 stay apart in the key and meet in `weak`, and so do the orders of a foreign name
/// (SMITH JOHN).
NameKey name_key(std::string_view name, const Variants& variants);

/// Half-width to full-width, hiragana to katakana, small kana enlarged, ゝ written out, long marks
/// and spaces off. `weak` holds the key with ヂ/ジ, ヅ/ズ, ヲ/オ and ヴ/ブ folded, the key without
/// sound marks (かわさき, かわざき) and the other orders of ジョン・スミス, where they differ.
Normalized kana_key(std::string_view kana);

}  // namespace hub::normalize
