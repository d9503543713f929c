// Variant kanji of names and places: which character stands for which in a key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/normalize/char_map.hpp"

namespace hub::normalize {

/// The texts of four tables, in the order in which they have the say: our own
/// (kanji_name_variants.tsv: from, to, key|place|weak|apart), the 388 pairs of the address
/// registry, and the MJ縮退 candidates within and outside JIS X 0208.
struct VariantSources {
  std::string_view own{};
  std::string_view registry{};
  std::string_view within{};
  std::string_view outside{};
};

/// Read-only once built; any thread.
class Variants {
 public:
  /// A MJ row makes a key only where exactly one candidate is of JIS level 1, and never folds a
  /// level-1 character by itself (玉 → 王, 綱 → 網 would join strangers); the rest is weak.
  static base::Result<Variants> build(const VariantSources& sources);

  /// The character that stands for it in the key of a name; itself where none does.
  [[nodiscard]] char32_t fold(char32_t c) const noexcept {
    const auto folded = names_.find(c);
    return folded == 0 ? c : folded;
  }

  /// The same for places, which also fold what keeps families apart (龍ケ崎 is 竜ケ崎, and an
  /// address with 萩 for 荻 is mistyped).
  [[nodiscard]] char32_t fold_in_place(char32_t c) const noexcept {
    const auto folded = places_.find(c);
    return folded == 0 ? c : folded;
  }

  /// What else it may be: candidates that are no key by themselves. Empty for most.
  [[nodiscard]] std::u32string_view weak(char32_t c) const noexcept {
    return candidates_[weak_.find(c)];
  }

 private:
  friend class VariantsBuilder;
  CharMap<char32_t> names_;
  CharMap<char32_t> places_;
  CharMap<std::uint16_t> weak_;  ///< index into candidates_
  std::vector<std::u32string> candidates_{{}};
};

}  // namespace hub::normalize
