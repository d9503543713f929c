// Every spelling of the tables: those of a line have one key, and no two lines have the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "tests/hub/normalize/spellings.hpp"
#include "tests/hub/normalize/test_tables.hpp"

namespace hub::normalize {
namespace {

using KeyOf = std::function<std::string(const std::string&)>;

std::string name(const std::string& text) {
  return name_key(text, test_tables().variants).key;
}

std::string kana(const std::string& text) {
  return kana_key(text).key;
}

std::string address(const std::string& text) {
  return address_key(text, test_tables()).key;
}

struct Table {
  const char* title;
  const char* same;
  const char* apart;
  KeyOf key_of;
};

class EverySpelling : public testing::TestWithParam<Table> {};

TEST_P(EverySpelling, of_one_line_has_one_key) {
  for (const auto& line : spellings(GetParam().same)) {
    const auto key = GetParam().key_of(line.front());
    EXPECT_FALSE(key.empty()) << line.front();
    for (const auto& spelling : line)
      EXPECT_EQ(GetParam().key_of(spelling), key) << spelling << " beside " << line.front();
  }
}

TEST_P(EverySpelling, of_two_lines_has_two_keys) {
  std::map<std::string, std::string> owner;
  for (const auto& line : spellings(GetParam().same)) {
    const auto [at, is_new] = owner.emplace(GetParam().key_of(line.front()), line.front());
    EXPECT_TRUE(is_new || at->second == line.front()) << line.front() << " as " << at->second;
  }
}

TEST_P(EverySpelling, that_means_another_has_another_key) {
  for (const auto& pair : spellings(GetParam().apart)) {
    ASSERT_EQ(pair.size(), 2U) << pair.front();
    EXPECT_NE(GetParam().key_of(pair[0]), GetParam().key_of(pair[1])) << pair[0] << " " << pair[1];
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, EverySpelling,
                         testing::Values(Table{"names", "names.tsv", "names_apart.tsv", name},
                                         Table{"kana", "kana.tsv", "kana_apart.tsv", kana},
                                         Table{"addresses", "addresses.tsv", "addresses_apart.tsv",
                                               address}),
                         [](const auto& row) { return std::string(row.param.title); });

/// Whether one may be the other: a key or weak key of both.
bool may_be(const Normalized& a, const Normalized& b) {
  const auto all = [](const Normalized& one) {
    auto keys = one.weak;
    keys.push_back(one.key);
    return keys;
  };
  const auto mine = all(a);
  const auto theirs = all(b);
  return std::any_of(mine.begin(), mine.end(), [&](const std::string& key) {
    return std::find(theirs.begin(), theirs.end(), key) != theirs.end();
  });
}

TEST(WeakKeys, meet_where_the_keys_differ) {
  for (const auto& pair : spellings("kana_weak.tsv")) {
    EXPECT_NE(kana(pair[0]), kana(pair[1])) << pair[0];
    EXPECT_TRUE(may_be(kana_key(pair[0]), kana_key(pair[1]))) << pair[0] << " " << pair[1];
  }
  const auto& variants = test_tables().variants;
  for (const auto& pair : spellings("names_weak.tsv")) {
    EXPECT_NE(name(pair[0]), name(pair[1])) << pair[0];
    EXPECT_TRUE(may_be(name_key(pair[0], variants), name_key(pair[1], variants)))
        << pair[0] << " " << pair[1];
  }
}

TEST(WeakKeys, do_not_meet_for_strangers) {
  EXPECT_FALSE(may_be(kana_key("サトウ"), kana_key("カトウ")));
  EXPECT_FALSE(may_be(kana_key("ハハ"), kana_key("パパ")));
  EXPECT_FALSE(may_be(kana_key("オオノ"), kana_key("オノ")));
  const auto& variants = test_tables().variants;
  EXPECT_FALSE(may_be(name_key("渡辺", variants), name_key("渡部", variants)));
  EXPECT_FALSE(may_be(name_key("太田", variants), name_key("大田", variants)));
  EXPECT_FALSE(may_be(name_key("高橋 花子", variants), name_key("花子 高橋", variants)));
}

}  // namespace
}  // namespace hub::normalize
