#include <gtest/gtest.h>

#include <set>

#include "tests/bench/population/rates.hpp"
#include "tests/bench/population/tests/towns.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace {

using namespace bench::population;
using tests::config;
using tests::percent;
using tests::small;
using tests::town;

bool has_address(const Row& row) {
  return !row.address.empty();
}

struct Measured {
  const char* what;
  Dirt dirt;
  bool (*applies)(const Row&);
  double percent;
  double within;
};

/// DOMAIN 7.1
const Measured measured[] = {{"full-width digits", Dirt::full_width_digits, has_address, 30.4, 2},
                             {"no prefecture", Dirt::no_prefecture, has_address, 17.9, 1.5},
                             {"番地", Dirt::banchi, has_address, 24.1, 12},
                             {"方書 twice", Dirt::building_repeated,
                              [](const Row& row) { return !row.building.empty(); }, 14.0, 4},
                             {"大字", Dirt::oaza, has_address, 4.9, 2},
                             {"full-width telephone", Dirt::full_width_phone,
                              [](const Row& row) { return !row.phone.empty(); }, 2.2, 0.8},
                             {"（改行）", Dirt::break_word,
                              [](const Row& row) { return row.source != Source::life; }, 2.8, 0.8},
                             {"kana that is none", Dirt::kana_is_not_kana,
                              [](const Row& row) { return !row.kana.empty(); }, 0.35, 0.25}};

TEST(Dirt, comes_at_the_measured_rates) {
  for (const Measured& one : measured) {
    SCOPED_TRACE(one.what);
    EXPECT_NEAR(percent(town().rows, one.dirt, one.applies), one.percent, one.within);
  }
}

TEST(Dirt, comes_twice_as_often_when_doubled_and_never_when_none) {
  Settings none = small();
  none.dirt = 0;
  for (const Row& row : make(none, config).rows) {
    for (const Dirt dirt : {Dirt::kana_typo, Dirt::kanji_typo, Dirt::birthday_typo,
                            Dirt::house_typo, Dirt::no_birthday, Dirt::full_width_digits})
      EXPECT_FALSE(row.dirt.has(dirt)) << name_of(dirt);
  }
  Settings twice = small(12'000);
  twice.dirt = 2;
  const Town doubled = make(twice, config);
  for (const Dirt dirt : {Dirt::full_width_digits, Dirt::no_prefecture}) {
    EXPECT_NEAR(percent(doubled.rows, dirt, has_address),
                2 * percent(town().rows, dirt, has_address), 4)
        << name_of(dirt);
  }
}

TEST(Dirt, changes_what_is_written_and_nobodys_life) {
  Settings twice = small();
  twice.dirt = 2;
  const Town clean = make(small(), config);
  const Town doubled = make(twice, config);
  ASSERT_EQ(clean.persons.size(), doubled.persons.size());
  EXPECT_EQ(clean.rows.size(), doubled.rows.size());
  for (std::size_t i = 0; i < clean.persons.size(); ++i)
    EXPECT_EQ(clean.persons[i].birth, doubled.persons[i].birth);
}

TEST(Dirt, of_every_kind_befalls_somebody) {
  std::set<Dirt> seen;
  Settings twice = small(20'000);
  twice.dirt = 2;
  twice.profile = "chigasaki";
  for (const Row& row : make(twice, config).rows) {
    for (std::size_t i = 0; i < dirts; ++i) {
      if (row.dirt.has(static_cast<Dirt>(i))) seen.insert(static_cast<Dirt>(i));
    }
  }
  for (const Row& row : town().rows) {
    for (std::size_t i = 0; i < dirts; ++i) {
      if (row.dirt.has(static_cast<Dirt>(i))) seen.insert(static_cast<Dirt>(i));
    }
  }
  for (std::size_t i = 0; i < dirts; ++i)
    EXPECT_TRUE(seen.contains(static_cast<Dirt>(i))) << name_of(static_cast<Dirt>(i));
}

TEST(Dirt, leaves_in_a_cp932_file_only_what_it_can_hold) {
  for (const Row& row : town().rows) {
    if (!is_cp932(row.source)) continue;
    for (const std::string& text : {row.name, row.kana, row.other_name, row.address, row.building,
                                    row.phone, row.members, row.caller}) {
      if (row.dirt.has(Dirt::gaiji)) continue;
      EXPECT_TRUE(tsunagu::text::fits_cp932(text)) << text;
    }
  }
}

TEST(Dirt, tells_of_what_is_lacking) {
  for (const Row& row : town().rows) {
    const bool life = row.source == Source::life;
    EXPECT_EQ(row.birth.empty(), row.dirt.has(Dirt::no_birthday));
    EXPECT_EQ(row.kana.empty(), row.dirt.has(Dirt::no_kana));
    EXPECT_EQ(row.sex.empty(), row.dirt.has(Dirt::no_sex));
    EXPECT_EQ(row.address.empty(), life || row.dirt.has(Dirt::no_address));
    EXPECT_EQ(life, row.dirt.has(Dirt::artificial_birthday));
    if (life) {
      EXPECT_TRUE(row.birth.ends_with("15")) << row.birth;
    }
  }
}

/// Else a whole delivery would be held back at the door.
TEST(Dirt, makes_no_number_that_the_door_refuses) {
  for (const Row& row : town().rows) {
    for (const std::string& text : {row.key, row.name, row.birth, row.address, row.building,
                                    row.number, row.household_number, row.postal_code})
      EXPECT_FALSE(tsunagu::text::find_refused_number(text)) << text;
    EXPECT_FALSE(tsunagu::text::find_refused_number(row.phone, {.telephone_column = true}));
  }
}

}  // namespace
