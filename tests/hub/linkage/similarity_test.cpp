#include "hub/linkage/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace hub::linkage {
namespace {

Reading reading(std::string_view kana) {
  return pack_reading(kana).front;
}

/// Jaro–Winkler by its definition, character by character.
int plainly(const std::string& a, const std::string& b) {
  const auto reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
  std::vector<bool> used(b.size());
  std::string matched_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto first = i > reach ? i - reach : 0;
    for (auto k = first; k < std::min(b.size(), i + reach + 1); ++k) {
      if (used[k] || a[i] != b[k]) continue;
      used[k] = true;
      matched_a += a[i];
      break;
    }
  }
  std::string matched_b;
  for (std::size_t k = 0; k < b.size(); ++k) {
    if (used[k]) matched_b += b[k];
  }
  const auto m = matched_a.size();
  if (m == 0) return 0;
  std::size_t moved = 0;
  for (std::size_t i = 0; i < m; ++i)
    moved += matched_a[i] != matched_b[i] ? 1U : 0U;
  const auto jaro = static_cast<int>(
      (1000 * m / a.size() + 1000 * m / b.size() + 1000 * (m - moved / 2) / m) / 3);
  int prefix = 0;
  while (prefix < 4 && prefix < static_cast<int>(std::min(a.size(), b.size())) &&
         a[static_cast<std::size_t>(prefix)] == b[static_cast<std::size_t>(prefix)])
    ++prefix;
  return a == b ? 1000 : jaro + prefix * (1000 - jaro) / 10;
}

TEST(JaroWinkler, is_what_winkler_published) {
  EXPECT_NEAR(jaro_winkler(reading("MARTHA"), reading("MARHTA")), 961, 2);
  EXPECT_NEAR(jaro_winkler(reading("DWAYNE"), reading("DUANE")), 840, 2);
  EXPECT_NEAR(jaro_winkler(reading("DIXON"), reading("DICKSONX")), 813, 2);
}

TEST(JaroWinkler, is_the_same_as_by_its_definition_for_any_short_words) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    std::string a(1 + random() % 8, 'A');
    std::string b(1 + random() % 8, 'A');
    for (auto* word : {&a, &b}) {
      for (auto& c : *word)
        c = static_cast<char>('A' + random() % 4);
    }
    if (reading(a) > reading(b)) std::swap(a, b);
    ASSERT_EQ(jaro_winkler(reading(a), reading(b)), plainly(a, b)) << a << ' ' << b;
    ASSERT_EQ(jaro_winkler(reading(b), reading(a)), plainly(a, b)) << a << ' ' << b;
  }
}

TEST(JaroWinkler, knows_nothing_of_an_empty_reading) {
  EXPECT_EQ(jaro_winkler(0, 0), 0);
  EXPECT_EQ(jaro_winkler(reading("ハナコ"), 0), 0);
}

TEST(Reading, joins_and_parts_again) {
  const auto family = reading("タカハシ");
  const auto given = reading("ハナコ");
  EXPECT_EQ(joined(family, given).front, reading("タカハシハナコ"));
  const auto parted = split_at(joined(family, given), 4);
  EXPECT_EQ(parted.family, family);
  EXPECT_EQ(parted.given, given);
}

TEST(Reading, keeps_the_ninth_kana_and_on) {
  const auto whole = pack_reading("ムシャノコウジサネアツ");
  const auto parted = split_at(whole, 7);
  EXPECT_EQ(parted.family, reading("ムシャノコウジ"));
  EXPECT_EQ(parted.given, reading("サネアツ"));
}

TEST(Reading, has_one_code_for_kana_that_are_written_for_one_another) {
  EXPECT_EQ(reading("テヅカ"), reading("テズカ"));
  EXPECT_EQ(reading("ミヲ"), reading("ミオ"));
  EXPECT_NE(reading("カワサキ"), reading("カワザキ"));
  EXPECT_EQ(without_voicing(reading("カワザキ")), reading("カワサキ"));
  EXPECT_EQ(without_voicing(reading("パピプペポババババ")), reading("ハヒフヘホハハハ"));
}

TEST(Reading, sounds_alike_where_it_is_the_same_without_voicing) {
  std::mt19937 random(4);
  const std::string_view kana[] = {"カ", "ガ", "ハ", "バ", "パ", "ン"};
  const auto any = [&] {
    std::string made;
    for (auto left = random() % 4; left > 0; --left)
      made += kana[random() % 6];
    return reading(made);
  };
  for (int i = 0; i < 20'000; ++i) {
    const auto a = any();
    const auto b = any();
    ASSERT_EQ(sound_alike(a, b), without_voicing(a) == without_voicing(b));
  }
}

}  // namespace
}  // namespace hub::linkage
