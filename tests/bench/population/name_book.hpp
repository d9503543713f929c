// What people are called: family and given names with their readings, how often and since when, and
// the spellings of one name. Read once; afterwards shared by all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tests/bench/population/dice.hpp"

namespace bench::population {

struct Written {
  std::string kanji{};
  std::string kana{};  ///< katakana
};

/// A kanji of which some people's names have a variant in the register of residents.
struct Variant {
  std::string common{};
  std::string variant{};
  std::uint32_t per_mille = 0;
};

class NameBook {
 public:
  /// `folder` holds the tables that its README.md describes.
  explicit NameBook(const std::string& folder);

  Written family(Dice& dice) const;
  /// Of a child born in that year; `sex` 1 or 2.
  Written given(Dice& dice, std::uint32_t sex, std::uint32_t born) const;
  /// Shares the first part with this one where it has parts (健一 → 健二), else a new one.
  Written given_like(Dice& dice, const Written& other, std::uint32_t sex, std::uint32_t born) const;

  /// Another reading of this family name, or empty.
  std::string other_reading(Dice& dice, const std::string& kanji, const std::string& kana) const;
  /// Another way to write what is heard as this, or empty.
  std::string same_sound(Dice& dice, const std::string& kana, const std::string& kanji) const;

  /// The name as the register has it: a variant kanji in some families.
  std::string as_registered(Dice& dice, const std::string& kanji) const;
  /// The name in common kanji alone.
  std::string common(const std::string& kanji) const;

  [[nodiscard]] const std::vector<Variant>& variants() const noexcept { return variants_; }

 private:
  struct Part {
    std::string kana{};
    std::vector<std::string> kanji{};
  };
  static constexpr std::size_t cohorts = 6;
  struct Bearers {
    std::vector<Part> whole{};
    std::vector<Part> stems{};
    std::vector<Part> ends{};
    std::array<Weights, cohorts> by_whole{};
    std::array<Weights, cohorts> by_stem{};
    std::array<Weights, cohorts> by_end{};
  };

  void read_families(const std::string& folder);
  void read_tail(const std::string& folder);
  void read_given(const std::string& folder);
  void read_variants(const std::string& folder);
  void hear(const std::string& kana, const std::string& kanji);
  static std::size_t cohort(std::uint32_t born) noexcept;
  Written of_parts(Dice& dice, const Bearers& of, std::size_t cohort) const;

  std::vector<Written> families_;  ///< one for each reading
  Weights by_family_;
  std::vector<Part> heads_;
  std::vector<Part> tails_;
  std::array<Bearers, 2> bearers_;
  std::vector<Variant> variants_;
  std::unordered_map<std::string, std::vector<std::string>> readings_;  ///< by the family's kanji
  std::unordered_map<std::string, std::vector<std::string>> sounds_;    ///< kanji by the kana
};

}  // namespace bench::population
