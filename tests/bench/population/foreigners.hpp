// Names of people from abroad.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/bench/population/people.hpp"

namespace bench::population {

class Foreigners {
 public:
  explicit Foreigners(const std::string& names);

  /// Of a family from one country.
  [[nodiscard]] std::size_t family(Dice& dice) const;
  [[nodiscard]] Passport name(Dice& dice, std::size_t family, std::uint32_t sex) const;

 private:
  struct Word {
    Passport name{};
    std::string country{};
  };
  std::vector<Word> families_;
  std::array<std::vector<Word>, 2> given_;
};

}  // namespace bench::population
