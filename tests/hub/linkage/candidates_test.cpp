#include "hub/linkage/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "hub/linkage/compare.hpp"
#include "hub/linkage/name_level.hpp"
#include "hub/linkage/score.hpp"
#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::population_of;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Each pair in the order in which it came, the smaller row first.
std::vector<Pair> searched(const Population& population, std::size_t most) {
  std::vector<Pair> pairs;
  GiantBlocks giants;
  std::vector<Entry> entries;
  std::vector<Entry> spare;
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto blocking = static_cast<Blocking>(i);
    sort_blocks(population.keys(blocking), entries, spare);
    drop_lone(entries);
    note_giants(entries, blocking, most, giants);
    for_each_pair(entries, population.rows(), blocking, most, giants,
                  [&](std::uint32_t a, std::uint32_t b) {
                    pairs.emplace_back(std::min(a, b), std::max(a, b));
                  });
  }
  return pairs;
}

/// By asking every two rows, from their fields.
std::set<Pair> asked(const Population& population, std::size_t most) {
  const auto rows = population.rows();
  std::set<Pair> pairs;
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto blocking = static_cast<Blocking>(i);
    std::map<std::uint32_t, std::size_t> sizes;
    for (const auto& row : rows)
      ++sizes[block_of(block_key(blocking, row))];
    for (std::uint32_t b = 0; b < rows.size(); ++b) {
      if (sizes[block_of(block_key(blocking, rows[b]))] > most) continue;
      for (std::uint32_t a = 0; a < b; ++a) {
        if (share_block(blocking, rows[a], rows[b])) pairs.emplace(a, b);
      }
    }
  }
  return pairs;
}

TEST(Candidates, are_all_pairs_that_share_a_block_each_once) {
  const auto model = standard_model();
  for (const std::uint64_t seed : {3, 4, 5}) {
    const auto population = population_of(testing::invented_town(seed, 200), model);
    for (const std::size_t most : {4, 9, 1000}) {
      auto found = searched(population, most);
      std::sort(found.begin(), found.end());
      const auto expected = asked(population, most);
      ASSERT_EQ(found, std::vector(expected.begin(), expected.end())) << most << " in a block";
    }
  }
}

TEST(Candidates, of_rows_without_a_key_are_none) {
  testing::Someone nameless;
  auto hidden = testing::hanako(1);
  hidden.hidden = true;
  const auto population = population_of({nameless, nameless, hidden, hidden}, standard_model());
  for (std::size_t i = 0; i < blocking_count; ++i) {
    std::vector<Entry> entries;
    std::vector<Entry> spare;
    sort_blocks(population.keys(static_cast<Blocking>(i)), entries, spare);
    EXPECT_TRUE(entries.empty());
  }
}

TEST(Population, knows_the_record_of_each_of_several_rows) {
  std::vector<testing::Someone> all;
  for (RecordId id = 1; id <= 300; ++id) {
    all.push_back(testing::hanako(id));
    if (id % 3 == 0 || id > 250) all.back().former_family = "佐藤";
  }
  const auto population = population_of(all, standard_model());
  ASSERT_EQ(population.rows().size(), 300 + 83 + 50);
  for (Place record = 0; record < population.records(); ++record) {
    const auto [begin, end] = population.row_range(record);
    for (auto row = begin; row < end; ++row) {
      ASSERT_EQ(population.record_of(row), record);
      ASSERT_EQ(population.is_one_of_several(row), end - begin > 1);
    }
  }
}

TEST(GivenNames, differ_not_for_sure_in_each_others_place) {
  const auto model = standard_model();
  const auto mother = testing::hanako(1);
  auto other = mother;
  other.given = "良子";
  other.given_kana = "ヨシコ";
  EXPECT_TRUE(given_names_differ(pack(mother, model), pack(other, model)));
  auto turned = mother;
  std::swap(turned.family, turned.given);
  std::swap(turned.family_kana, turned.given_kana);
  EXPECT_FALSE(given_names_differ(pack(mother, model), pack(turned, model)));
}

TEST(Score, of_two_whose_given_names_differ_is_never_above_what_was_told_before) {
  const auto model = standard_model();
  const Scorer scorer(model);
  const auto population = population_of(testing::invented_town(8, 150), model);
  const auto rows = population.rows();
  std::size_t differing = 0;
  for (const auto& a : rows) {
    for (const auto& b : rows) {
      if (!given_names_differ(a, b)) continue;
      ++differing;
      Comparison but_names;
      add_all_but_names(a, b, but_names);
      const auto found = compare(a, b);
      ASSERT_GE(name_level(found.levels, Field::given), NameLevel::both_close);
      ASSERT_LE(scorer.score(found),
                scorer.at_most(but_names, std::min(a.family_rarity, b.family_rarity)));
    }
  }
  EXPECT_GT(differing, rows.size() * rows.size() / 2);
}

}  // namespace
}  // namespace hub::linkage
