#include "tests/bench/population/foreigners.hpp"

#include "tests/bench/population/text.hpp"

namespace bench::population {

Foreigners::Foreigners(const std::string& names) {
  for (const auto& row : read_table(names + "/foreign.tsv")) {
    std::vector<Word>& words = row[0] == "0" ? families_ : given_.at(row[0] == "1" ? 0 : 1);
    words.push_back({{row[1], row[2]}, row[3]});
  }
}

std::size_t Foreigners::family(Dice& dice) const {
  return dice.below(static_cast<std::uint32_t>(families_.size()));
}

Passport Foreigners::name(Dice& dice, std::size_t family, std::uint32_t sex) const {
  const Word& own = families_[family];
  const std::vector<Word>& given = given_.at(sex == 1 ? 0 : 1);
  const Word* word = &dice.one_of(given);
  while (word->country != own.country)
    word = &dice.one_of(given);
  return {own.name.latin + " " + word->name.latin, own.name.katakana + "・" + word->name.katakana};
}

}  // namespace bench::population
