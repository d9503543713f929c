// The suite's own judge of records says what the schema's documents say: the same fixtures that the
// hub's decoder and a full implementation of JSON Schema are held by.
#include "sdk/conformance/schema.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/places.hpp"
#include "tsunagu/json/parse.hpp"

namespace tsunagu::conformance {
namespace {

namespace fs = std::filesystem;

const fs::path root = tests::in_source();

class Judged : public testing::Test {
 protected:
  std::optional<std::string> judge(std::string_view text, Strict strict = Strict::yes) {
    const auto parsed = json::parse_untrusted(text);
    return parsed.ok() ? schemas_.fault_of(parsed.root(), strict) : parsed.failure().text();
  }
  /// Bodies of webhooks are no records.
  template <class Expect>
  void each_record(const fs::path& folder, Expect expect) {
    int seen = 0;
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      if (entry.path().filename().string().starts_with("referral_")) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      const auto fault = judge(text, Strict::no);
      expect(entry.path(), fault);
      ++seen;
    }
    EXPECT_GT(seen, 10) << folder;
  }

  Schemas schemas_{root / "sdk/schema"};
};

TEST_F(Judged, takes_each_example_and_good_fixture) {
  for (const char* folder : {"sdk/schema/examples", "tests/hub/codec/fixtures/good",
                             "tests/sdk/frozen/schema_1/least"}) {
    each_record(folder, [](const fs::path& path, const std::optional<std::string>& fault) {
      EXPECT_EQ(fault.value_or(""), "") << path.filename();
    });
  }
}

TEST_F(Judged, finds_each_bad_fixture) {
  each_record("tests/hub/codec/fixtures/bad",
              [](const fs::path& path, const std::optional<std::string>& fault) {
                EXPECT_TRUE(fault) << path.filename();
              });
}

TEST_F(Judged, tells_the_place_and_never_the_value) {
  const auto judged =
      judge(R"({"kind":"person","schemaVersion":"1","recordKey":"p","names":[{"fullName":true}]})");
  EXPECT_EQ(judged.value_or(""), "/names/0/fullName: type string");
  EXPECT_EQ(judge(R"({"kind":"person","schemaVersion":"1","recordKey":"p","namae":"x"})"),
            "/: properties has no namae");
  EXPECT_EQ(judge(R"({"kind":"persona"})"), "/kind: no kind of the schema");
}

TEST_F(Judged, takes_a_condition_for_what_it_is) {
  const std::string consent =
      R"({"kind":"consent","schemaVersion":"1","recordKey":"c","personKey":"p","status":)";
  EXPECT_EQ(judge(consent + R"("refused"})").value_or(""), "");
  EXPECT_EQ(judge(consent + R"("given"})"), "/: required givenAt");
}

TEST(Schemas, are_refused_where_there_are_none_or_a_keyword_is_unknown) {
  EXPECT_THROW(Schemas("/nonexistent"), SchemaError);
  const fs::path folder = fs::path(testing::TempDir()) / "schemas_with_unknown_keyword";
  fs::create_directories(folder);
  std::ofstream(folder / "person.schema.json") << R"({"dependentRequired": {}})";
  const auto parsed = json::parse_untrusted(R"({"kind":"person"})");
  EXPECT_THROW(static_cast<void>(Schemas(folder).fault_of(parsed.root())), SchemaError);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace tsunagu::conformance
