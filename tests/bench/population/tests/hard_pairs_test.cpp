#include <gtest/gtest.h>

#include <array>

#include "tests/bench/population/tests/towns.hpp"
#include "tests/bench/population/text.hpp"
#include "tsunagu/text/date.hpp"

namespace {

using namespace bench::population;
using tests::config;
using tests::small;

const std::vector<HardPair>& pairs() {
  static const std::vector<HardPair> made = hard_pairs(400, small(), config);
  return made;
}

std::string unspaced(const std::string& name) {
  return replaced(replaced(name, " ", ""), "　", "");
}

TEST(HardPairs, are_of_each_kind_alike) {
  std::array<std::size_t, hards> counts{};
  for (const HardPair& pair : pairs())
    ++counts[static_cast<std::size_t>(pair.kind)];
  for (const std::size_t count : counts)
    EXPECT_EQ(count, 100U);
}

TEST(HardPairs, are_never_one_person) {
  for (const HardPair& pair : pairs())
    EXPECT_NE(pair.left.person, pair.right.person);
}

TEST(HardPairs, have_both_birthdays_and_names_and_differ_in_one) {
  for (const HardPair& pair : pairs()) {
    EXPECT_FALSE(pair.left.birth.empty());
    EXPECT_FALSE(pair.right.birth.empty());
    const bool one_name = unspaced(pair.left.name) == unspaced(pair.right.name);
    if (pair.kind == Hard::twins) {
      EXPECT_FALSE(one_name) << pair.left.name;
    }
  }
}

/// Neighbours of one birthday come about once in a thousand.
TEST(HardPairs, have_no_neighbours_of_one_birthday) {
  Settings many = small();
  many.seed = 23;
  const auto written = [](const Row& row) { return tsunagu::text::parse_date(row.birth); };
  for (const HardPair& pair : hard_pairs(12'000, many, config)) {
    if (pair.kind != Hard::neighbours) continue;
    const auto left = written(pair.left);
    const auto right = written(pair.right);
    const bool same = left && right && left->year == right->year && left->month == right->month &&
                      left->day == right->day;
    EXPECT_FALSE(same) << pair.left.key << " and " << pair.right.key;
  }
}

TEST(HardPairs, have_the_birthday_of_twins_in_common) {
  std::size_t same = 0;
  for (const HardPair& pair : pairs()) {
    const bool comparable = pair.kind == Hard::twins && pair.left.source == pair.right.source &&
                            pair.left.source != Source::konkyu;
    if (!comparable || pair.left.dirt.has(Dirt::birthday_typo)) continue;
    if (pair.right.dirt.has(Dirt::birthday_typo)) continue;
    EXPECT_EQ(pair.left.birth, pair.right.birth);
    ++same;
  }
  EXPECT_GT(same, 0U);
}

TEST(HardPairs, are_the_same_from_the_same_seed) {
  const std::vector<HardPair> again = hard_pairs(400, small(), config);
  for (std::size_t i = 0; i < again.size(); ++i) {
    EXPECT_EQ(again[i].left.name, pairs()[i].left.name);
    EXPECT_EQ(again[i].right.address, pairs()[i].right.address);
  }
}

}  // namespace
