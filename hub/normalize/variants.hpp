// Variant kanji of names: which character stands for which in a key.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::normalize {

/// The texts of four tables, in the order in which they have the say: our own
/// (kanji_name_variants.tsv: from, to, use = key|weak), the 388 pairs of the address registry, and
/// the MJ縮退 candidates within and outside JIS X 0208.
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

  /// The character that stands for it in a key; itself where none does.
  [[nodiscard]] char32_t fold(char32_t c) const noexcept;

  /// What else it may be: candidates that are no key by themselves. Empty for most.
  [[nodiscard]] std::u32string_view weak(char32_t c) const noexcept;

 private:
  friend class VariantsBuilder;
  struct Candidates {
    char32_t from = 0;
    std::u32string to{};
  };
  std::vector<std::pair<char32_t, char32_t>> folds_;  // sorted, each folded to the end
  std::vector<Candidates> weak_;                      // sorted
};

}  // namespace hub::normalize
