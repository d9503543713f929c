// Keys that are kept are only as good as the rules that made them.
#include "hub/normalize/rules.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "tests/hub/normalize/spellings.hpp"
#include "tests/hub/normalize/test_tables.hpp"

namespace hub::normalize {
namespace {

std::string key_of(const std::string& kind, const std::string& text) {
  if (kind == "name") return name_key(text, test_tables().variants).key;
  return kind == "kana" ? kana_key(text).key : address_key(text, test_tables()).key;
}

TEST(Rules, have_the_version_of_the_keys_that_they_make) {
  const auto rows = spellings("keys.tsv");
  ASSERT_EQ(rows.front().front(), "version");
  EXPECT_EQ(rows.front().at(1), std::to_string(rules_version));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    EXPECT_EQ(key_of(row.at(0), row.at(1)), row.at(2))
        << row[1] << ": kept keys would no longer meet new ones. Raise rules_version, then make "
        << "keys.tsv anew.";
  }
}

TEST(Rules, have_another_version_with_other_tables) {
  const std::array<std::string, 2> tables = {"髙\t高\n", "さくら市\n"};
  const auto version = keys_version(tables);
  EXPECT_EQ(version, keys_version(tables));
  EXPECT_EQ(version.substr(0, version.find('-')), std::to_string(rules_version));
  EXPECT_EQ(version.size(), version.find('-') + 17);
  auto changed = tables;
  changed[0] = "髙\t嵩\n";
  EXPECT_NE(keys_version(changed), version);
  const std::array<std::string, 2> moved = {"髙\t高\nさくら", "市\n"};
  EXPECT_NE(keys_version(moved), version);
}

TEST(Rules, of_the_loaded_tables_say_their_version) {
  EXPECT_EQ(test_tables().version.find(std::to_string(rules_version) + "-"), 0U);
}

TEST(Note, has_a_code_of_its_own) {
  std::set<std::string_view> codes;
  for (std::size_t i = 0; i < note_count; ++i)
    codes.insert(code_of(static_cast<Note>(i)));
  EXPECT_EQ(codes.size(), note_count);
  EXPECT_EQ(code_of(Note::address_glued_building), "address.glued_building");
  EXPECT_EQ(code_of(Note::url_mail_address), "url.mail_address");
  EXPECT_TRUE(is_warning(Note::address_glued_building));
  EXPECT_FALSE(is_warning(Note::address_banchi));
}

}  // namespace
}  // namespace hub::normalize
