#include "hub/codec/record.hpp"

#include <gmock/gmock.h>

#include "hub/base/limits.hpp"
#include "hub/codec/items.hpp"
#include "hub/codec/merge.hpp"
#include "hub/codec/sealed_access.hpp"
#include "hub/domain/shapes.hpp"
#include "tests/hub/codec/fixtures.hpp"

namespace hub::codec {
namespace {

using domain::Item;
using domain::Labels;
using domain::RecordKind;
using testing::ElementsAre;
using testing::HasSubstr;

Record read(std::string_view text) {
  DecodedRecord decoded = RecordReader().read(text);
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  return std::move(*decoded.record);
}

std::vector<std::string> errors(std::string_view text) {
  std::vector<std::string> out;
  const DecodedRecord decoded = RecordReader().read(text);
  for (const Problem& problem : decoded.errors)
    out.push_back(problem.line());
  return out;
}

TEST(Record, takes_every_good_fixture_and_example) {
  RecordReader reader;
  for (const std::string folder : {"tests/hub/codec/fixtures/good", "sdk/schema/examples"}) {
    for (const auto& path : json_files(folder)) {
      if (is_event(path)) continue;
      const DecodedRecord decoded = reader.read(text_of_file(path));
      EXPECT_TRUE(decoded.ok()) << path.filename() << "\n" << decoded.error_text();
    }
  }
}

/// sdk/schema/README.md: a member may be added, and an adapter of an older version doesn't know it.
TEST(Record, takes_what_version_1_of_the_schema_allowed_and_leaves_open_what_is_absent) {
  RecordReader reader;
  int taken = 0;
  for (const std::string folder : {"examples", "least"}) {
    for (const auto& path : json_files("tests/sdk/frozen/schema_1/" + folder)) {
      if (is_event(path)) continue;
      const DecodedRecord decoded = reader.read(text_of_file(path));
      EXPECT_TRUE(decoded.ok()) << path << "\n" << decoded.error_text();
      EXPECT_TRUE(decoded.warnings.empty()) << path;
      ++taken;
    }
  }
  EXPECT_EQ(taken, 2 * static_cast<int>(domain::record_kind_names.size()));
}

TEST(Record, takes_what_version_1_1_added) {
  RecordReader reader;
  const auto path = "tests/sdk/frozen/schema_1_1/examples/household_hint.json";
  const auto text = text_of_file(tests::in_source(std::string("/") + path));
  const DecodedRecord decoded = reader.read(text);
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  EXPECT_TRUE(decoded.warnings.empty());
  EXPECT_THAT(text, HasSubstr("evidence"));
}

TEST(Record, of_a_version_that_is_not_known_is_refused_with_its_place) {
  EXPECT_THAT(errors(R"({"kind":"person","schemaVersion":"9","recordKey":"p"})"),
              ElementsAre(HasSubstr("/schemaVersion")));
}

TEST(Record, refuses_every_bad_fixture) {
  RecordReader reader;
  for (const auto& path : json_files("tests/hub/codec/fixtures/bad")) {
    if (is_event(path)) continue;
    EXPECT_FALSE(reader.read(text_of_file(path)).ok()) << path.filename();
  }
}

TEST(Record, knows_every_member_of_its_examples) {
  for (const std::string_view kind : domain::record_kind_names) {
    const DecodedRecord decoded = RecordReader().read(example(std::string(kind)));
    EXPECT_TRUE(decoded.warnings.empty()) << kind;
  }
}

TEST(Record, reports_all_errors_each_with_its_pointer) {
  EXPECT_THAT(errors(R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"3",
                      "names":[{"fullName":"","original":"x"}],"dateOfBirth":{"date":"1940-02-30"}})"),
              ElementsAre("/sex: wanted one of 0, 1, 2, 9",
                          "/names/0/fullName: wanted a string of 1 to 200 characters",
                          "/dateOfBirth/date: wanted a day of the calendar as YYYY-MM-DD"));
}

TEST(Record, names_the_kinds_where_the_kind_is_unknown) {
  EXPECT_THAT(errors(R"({"kind":"household"})"), ElementsAre(HasSubstr("household_hint")));
  EXPECT_THAT(errors("[]"), ElementsAre("the document: wanted an object"));
}

TEST(Record, warns_of_an_unknown_member_with_a_suggestion) {
  const DecodedRecord decoded = RecordReader().read(
      R"({"kind":"person","schemaVersion":"1","recordKey":"a","dateOfBrith":null})");
  ASSERT_TRUE(decoded.ok());
  ASSERT_EQ(decoded.warnings.size(), 1U);
  EXPECT_EQ(decoded.warnings[0].line(), "/dateOfBrith: not known here; did you mean dateOfBirth?");
}

TEST(Record, refuses_bytes_that_are_no_clean_json) {
  using namespace std::string_literals;
  const std::string head = R"({"kind":"person","schemaVersion":"1","recordKey":"a")";
  for (const std::string& tail :
       {R"(,"recordKey":"b"})"s, R"(,"record\u004bey":"b"})"s,
        R"(,"statedAge":1234567890123456789012})"s, "} {}"s, ",\"language\":\"\xff\"}"s,
        ",\"language\":\"a\0\"}"s, R"(,"language":"\u0000"})"s,
        ",\"names\":"s + std::string(100'000, '[')}) {
    EXPECT_EQ(errors(head + tail).size(), 1U);
  }
}

TEST(Record, is_as_long_as_the_limit_and_no_longer) {
  const std::string head = R"({"kind":"person","schemaVersion":"1","recordKey":"a")";
  const auto padded = [&](std::size_t size) {
    return head + std::string(size - head.size() - 1, ' ') + "}";
  };
  EXPECT_TRUE(RecordReader().read(padded(base::limits::record_bytes - 1)).ok());
  EXPECT_TRUE(RecordReader().read(padded(base::limits::record_bytes)).ok());
  EXPECT_FALSE(RecordReader().read(padded(base::limits::record_bytes + 1)).ok());
}

class Items : public testing::Test {
 protected:
  static Labels labels_of(const std::string& json, const std::string& pointer, Labels source = {}) {
    const Record record = read(json);
    for (const RecordItem& item : items_of(record, {.owner = {}, .source = {}, .labels = source})) {
      if (item.pointer == pointer) return item.json.labels();
    }
    ADD_FAILURE() << "no item at " << pointer;
    return {};
  }
};

TEST_F(Items, carry_the_item_of_the_schema) {
  EXPECT_EQ(labels_of(example("person"), "/names/0/fullName"), Labels(Item::identity));
  EXPECT_EQ(labels_of(example("person"), "/addresses/0/cityBlock"), Labels(Item::contact));
  EXPECT_EQ(labels_of(example("person"), "/confidentialInformation/0/hiddenFrom/0/name"),
            Labels(Item::third_party));
}

TEST_F(Items, become_stricter_by_a_label_and_keep_their_own) {
  const std::string json = R"({"kind":"person","schemaVersion":"1","recordKey":"a",
    "careLevel":{"code":"21"},"sex":"2","labels":[{"pointer":"/careLevel","item":"tax"}]})";
  EXPECT_EQ(labels_of(json, "/careLevel/code"), Labels({Item::special_care, Item::tax}));
  EXPECT_EQ(labels_of(json, "/sex"), Labels(Item::identity));
}

TEST_F(Items, of_a_tax_source_are_all_tax) {
  EXPECT_EQ(labels_of(example("consultation"), "/statement", Item::tax),
            Labels({Item::statement, Item::tax}));
}

TEST_F(Items, are_all_covered_by_a_label_that_names_no_field) {
  EXPECT_EQ(labels_of(R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"2",
    "labels":[{"pointer":"/carelevel","item":"youtai"}]})",
                      "/sex"),
            Labels({Item::identity, Item::youtai}));
}

TEST_F(Items, that_the_schema_does_not_know_refuse_at_the_gate) {
  EXPECT_TRUE(labels_of(R"({"kind":"person","schemaVersion":"1","recordKey":"a","newer":{"x":1}})",
                        "/newer/x")
                  .has(Item::unknown));
}

TEST_F(Items, of_a_concern_take_what_its_code_already_tells) {
  const std::string json = R"({"kind":"concern","schemaVersion":"1","recordKey":"a",
    "personKey":"p","code":"MENTAL","statement":"x"})";
  EXPECT_EQ(labels_of(json, "/statement"), Labels({Item::statement, Item::special_care}));
}

TEST_F(Items, of_a_resource_for_staff_are_not_public) {
  const std::string json = R"({"kind":"resource","schemaVersion":"1","recordKey":"a",
    "publicRange":"staff","name":"x"})";
  EXPECT_TRUE(labels_of(json, "/name").has(Item::staff_note));
}

TEST_F(Items, leave_out_the_envelope_and_what_is_null) {
  const Record record = read(R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":null,
    "language":"ja","labels":[],"warnings":[{"code":"x"}]})");
  const auto items = items_of(record, {});
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].pointer, "/language");
  EXPECT_EQ(SealedAccess::look(items[0].json), "\"ja\"");
}

TEST(Merge, keeps_what_is_absent_and_drops_what_is_null) {
  const Record before = read(R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"1",
    "language":"ja","nationality":"x","labels":[{"pointer":"/language","item":"tax"},
    {"pointer":"/nationality","item":"tax"}]})");
  const Record now = read(R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"2",
    "nationality":null,"labels":[{"pointer":"/sex","item":"income"}]})");
  EXPECT_EQ(
      merged(&before, now),
      R"({"kind":"person","schemaVersion":"1","recordKey":"a","sex":"2","language":"ja",)"
      R"("labels":[{"pointer":"/sex","item":"income"},{"pointer":"/language","item":"tax"}]})");
}

TEST(Merge, of_a_first_delivery_drops_nulls_and_stays_readable) {
  const Record now = read(example("person"));
  const Record stored = read(merged(nullptr, now));
  EXPECT_EQ(stored.key(), "atena:0001234567");
  EXPECT_EQ(items_of(stored, {}).size(), items_of(now, {}).size());
}

}  // namespace
}  // namespace hub::codec
