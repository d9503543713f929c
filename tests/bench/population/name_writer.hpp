// A name and its reading as a desk writes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/population/people.hpp"
#include "tests/bench/population/rates.hpp"

namespace bench::population {

class NameWriter {
 public:
  NameWriter(const NameBook& names, const Rates& rates);

  /// Fills name, kana and other_name of the row, which knows its source and its day.
  void write(Dice& dice, const Being& being, Row& row) const;

  /// In common kanji: for a caller, whose name nobody links.
  [[nodiscard]] std::string plain(const Being& being) const;

 private:
  struct Parts {
    Written family{};
    Written given{};
    bool foreign = false;
  };
  Parts of_japanese(Dice& dice, const Being& being, Row& row) const;
  Parts of_foreigner(Dice& dice, const Being& being, Row& row) const;
  void mistake(Dice& dice, Parts& parts, Row& row) const;
  void spell(Dice& dice, std::string& kanji, Row& row) const;
  void fit_cp932(Dice& dice, std::string& kanji, Row& row) const;
  std::string joined(Dice& dice, const Parts& parts, Row& row) const;
  std::string reading(Dice& dice, const Parts& parts, const Row& row) const;

  const NameBook* names_;
  const Rates* rates_;
  std::vector<Variant> outside_cp932_;
};

}  // namespace bench::population
