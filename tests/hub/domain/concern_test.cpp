#include "hub/domain/concern.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "hub/domain/shapes.hpp"
#include "tests/places.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::domain {
namespace {

struct MapRow {
  std::string source;
  std::string code;
};

std::vector<MapRow> shipped_rows() {
  std::ifstream file(tests::in_source("/config/data/concern_map.tsv"));
  std::vector<MapRow> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::size_t source = line.find('\t') + 1;
    const std::size_t code = line.find('\t', source) + 1;
    rows.push_back({line.substr(0, code), line.substr(code, line.find('\t', code) - code)});
  }
  return rows;
}

TEST(Concern, codes_are_those_of_the_schema) {
  const auto* member = tsunagu::json::find_member(concern_shape, "code");
  ASSERT_NE(member, nullptr);
  ASSERT_EQ(member->shape.choices.size(), concern_entries.size());
  for (std::size_t at = 0; at < concern_entries.size(); ++at) {
    EXPECT_EQ(member->shape.choices[at], concern_entries[at].code);
  }
}

TEST(Concern, map_names_only_codes_of_the_system_and_no_pair_twice) {
  const std::vector<MapRow> rows = shipped_rows();
  EXPECT_GT(rows.size(), 50U);
  std::set<std::string> seen;
  for (const MapRow& row : rows) {
    EXPECT_EQ(name_of(concern_from(row.code)), row.code) << row.source;
    EXPECT_TRUE(seen.insert(row.source + row.code).second) << row.source;
  }
}

/// A vendor copies the example; the table must know the word that stands there.
TEST(Concern, the_schemas_example_spells_a_source_as_the_map_does) {
  std::ifstream file(tests::in_source("/sdk/schema/examples/concern.json"));
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  const auto parsed = tsunagu::json::parse_untrusted(json);
  ASSERT_TRUE(parsed.ok());
  const auto source = parsed.root().find("sourceCode");
  const auto wanted = std::string(source.find("system").text()) + "\t" +
                      std::string(source.find("text").text()) + "\t";
  const std::vector<MapRow> rows = shipped_rows();
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const MapRow& row) {
    return row.source == wanted;
  })) << wanted;
}

TEST(Concern, of_an_unknown_code_is_other) {
  EXPECT_EQ(concern_from("SADNESS"), Concern::other);
  EXPECT_EQ(item_of(Concern::dementia), Item::special_care);
  EXPECT_EQ(item_of(Concern::housing), Item::statement);
}

}  // namespace
}  // namespace hub::domain
