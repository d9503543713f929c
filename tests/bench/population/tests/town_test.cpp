#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/tests/towns.hpp"

namespace {

using namespace bench::population;
using tests::config;
using tests::small;
using tests::town;

TEST(Town, is_the_same_from_the_same_seed_and_another_from_another) {
  const Town one = make(small(), config);
  EXPECT_EQ(truth_file(one), truth_file(make(small(), config)));
  EXPECT_EQ(kaigo_file(export_of(one, Source::kaigo, "092148")),
            kaigo_file(export_of(make(small(), config), Source::kaigo, "092148")));
  Settings other = small();
  other.seed = 2;
  EXPECT_NE(truth_file(one), truth_file(make(other, config)));
}

/// The same bytes on every platform and with every library: what came out when this was written.
TEST(Town, keeps_its_bytes_from_one_platform_to_the_next) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : truth_file(make(small(), config)))
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  EXPECT_EQ(hash, 7817429417325127369ULL);
}

TEST(Town, has_as_many_persons_as_asked_for_in_each_of_the_five) {
  for (const char* profile : {"sakura", "chigasaki", "kobayashi", "iga", "oda"}) {
    Settings settings = small(2'000);
    settings.profile = profile;
    const Town made = make(settings, config);
    EXPECT_GE(made.persons.size(), 2'000U) << profile;
    EXPECT_LT(made.persons.size(), 2'012U) << profile;
  }
  Settings settings = small();
  settings.profile = "atlantis";
  EXPECT_THROW(make(settings, config), std::runtime_error);
}

TEST(Town, parts_its_persons_into_households) {
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < town().households.size(); ++i) {
    const Household& household = town().households[i];
    EXPECT_EQ(household.first, next);
    EXPECT_GE(household.size, 1U);
    for (std::uint32_t m = 0; m < household.size; ++m)
      EXPECT_EQ(town().persons[household.first + m].household, i);
    next += household.size;
  }
  EXPECT_EQ(next, town().persons.size());
}

TEST(Town, tells_the_truth_of_every_row) {
  std::map<std::uint32_t, std::uint32_t> rows;
  std::map<std::uint32_t, std::uint32_t> fields_of;
  for (const Row& row : town().rows) {
    EXPECT_EQ(row.household, town().persons[row.person].household);
    EXPECT_EQ(row.field, field_of(row.source));
    EXPECT_GE(row.recorded, town().persons[row.person].birth);
    ++rows[row.person];
    fields_of[row.person] |= 1U << static_cast<unsigned>(row.field);
  }
  for (std::uint32_t i = 0; i < town().persons.size(); ++i) {
    EXPECT_EQ(town().persons[i].rows, rows[i]);
    EXPECT_EQ(town().persons[i].fields, fields_of[i]);
  }
}

TEST(Town, gives_no_two_rows_of_a_source_one_key) {
  std::set<std::pair<Source, std::string>> keys;
  for (const Row& row : town().rows) {
    EXPECT_FALSE(row.key.empty());
    EXPECT_FALSE(row.name.empty());
    EXPECT_TRUE(keys.insert({row.source, row.key}).second) << row.key;
  }
}

TEST(Town, knows_a_good_part_of_its_persons_more_than_once) {
  std::size_t known = 0;
  std::size_t twice = 0;
  std::size_t across = 0;
  for (const Person& person : town().persons) {
    known += person.rows > 0 ? 1U : 0U;
    twice += person.rows > 1 ? 1U : 0U;
    across += std::popcount(person.fields) > 1 ? 1U : 0U;
  }
  EXPECT_GT(known * 10, town().persons.size() * 3);
  EXPECT_GT(twice * 4, known);
  EXPECT_GT(across * 8, known);
}

TEST(Town, has_households_of_every_shape) {
  std::set<Shape> seen;
  for (const Household& household : town().households)
    seen.insert(household.shape);
  EXPECT_EQ(seen.size(), shapes);
}

TEST(Town, shows_every_pattern_and_mostly_none) {
  std::array<std::size_t, patterns> counts{};
  std::size_t none = 0;
  for (const Household& household : town().households) {
    for (std::size_t i = 0; i < patterns; ++i)
      counts[i] += household.patterns >> i & 1U;
    none += household.patterns == 0 ? 1U : 0U;
  }
  for (std::size_t i = 0; i < patterns; ++i)
    EXPECT_GT(counts[i], 0U) << name_of(static_cast<Pattern>(i));
  EXPECT_GT(none * 2, town().households.size());
}

TEST(Town, meets_equal_numbers_of_different_persons_in_two_systems) {
  std::map<std::string, const Row*> kaigo;
  for (const Row& row : town().rows) {
    if (row.source == Source::kaigo) kaigo[row.key] = &row;
  }
  std::size_t strangers = 0;
  for (const Row& row : town().rows) {
    const auto found = kaigo.find(row.key);
    const bool met = row.source == Source::kodomo && found != kaigo.end();
    strangers += met && found->second->person != row.person ? 1U : 0U;
  }
  EXPECT_GT(strangers, 0U);
}

TEST(Town, writes_the_last_row_of_who_moved_at_the_new_place) {
  std::map<std::uint32_t, const Row*> last;
  for (const Row& row : town().rows) {
    const Row*& known = last[row.person];
    if (known == nullptr || row.recorded > known->recorded) known = &row;
  }
  for (const auto& [person, row] : last) {
    const bool sole_day = !row->dirt.has(Dirt::old_address) && !row->dirt.has(Dirt::stay_address);
    EXPECT_TRUE(sole_day) << person;
  }
}

/// 90 or more at one house number of a crowded town: homes for the old, and blocks.
TEST(Town, crowds_when_asked_to) {
  const auto most_at_one_postal_and_building = [](const Town& made) {
    std::map<std::string, std::size_t> counts;
    for (const Row& row : made.rows) {
      if (!row.building.empty()) ++counts[row.building.substr(0, 24)];
    }
    std::size_t most = 0;
    for (const auto& [building, count] : counts)
      most = std::max(most, count);
    return most;
  };
  Settings crowded = small();
  crowded.crowded = true;
  EXPECT_GT(most_at_one_postal_and_building(make(crowded, config)),
            2 * most_at_one_postal_and_building(make(small(), config)));
}

}  // namespace
