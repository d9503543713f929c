#include "sdk/wire/manifest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sdk/wire/extensions.hpp"

namespace tsunagu::wire {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view whole = R"({
  "id": "kaigo", "version": "1.2.0", "name": "介護", "description": "",
  "fields": ["kaigo"],
  "feeds": [{"name": "soudan", "description": "相談", "mode": "delta", "order": "name",
             "encodings": ["cp932", "utf8"], "files": ["soudan_*.csv"]}],
  "writes": ["person", "consultation"], "pushes": ["referral"],
  "config": [
    {"key": "code", "type": "text", "help": "団体コードを書いてください", "required": true},
    {"key": "rows", "type": "integer", "help": "", "default": "10"},
    {"key": "strict", "type": "boolean", "help": ""},
    {"key": "kind", "type": "choice", "help": "", "choices": ["a", "b"]},
    {"key": "names", "type": "list", "help": ""},
    {"key": "columns", "type": "map", "help": ""},
    {"key": "provenance", "type": "text", "help": ""}],
  "labels": [{"feed": "soudan", "kind": "person", "pointer": "/careLevel", "item": "tax",
              "columns": ["負担割合"]},
             {"item": "tax", "setting": "provenance", "equals": "tax"}]
})";

Manifest manifest() {
  Manifest read;
  EXPECT_THAT(read_manifest(whole, read), IsEmpty());
  return read;
}

/// The manifest with one text replaced.
Errors errors_with(std::string_view from, std::string_view to) {
  std::string json(whole);
  json.replace(json.find(from), from.size(), to);
  Manifest read;
  return read_manifest(json, read);
}

Errors check(Settings settings) {
  return check_settings(manifest(), settings);
}

TEST(Manifest, is_read_into_types) {
  const Manifest read = manifest();
  EXPECT_EQ(read.feeds[0].mode, Mode::delta);
  EXPECT_EQ(read.feeds[0].order, Order::name);
  EXPECT_EQ(read.feeds[0].encodings, (std::vector<std::string>{"cp932", "utf8"}));
  EXPECT_EQ(read.config[1].otherwise, "10");
  EXPECT_TRUE(read.config[0].required);
  EXPECT_FALSE(read.config[2].otherwise);
  EXPECT_EQ(read.labels[0].pointer, "/careLevel");
  EXPECT_EQ(read.labels[1].equals, "tax");
}

TEST(Manifest, says_for_which_version_of_the_schema_and_1_0_where_it_does_not) {
  EXPECT_EQ(manifest().schema, (SchemaVersion{1, 0}));
  const auto saying = [](const std::string& version) {
    return errors_with(R"("name": "介護")", R"("name": "介護", "schema": ")" + version + '"');
  };
  for (const char* readable : {"1.0", "1.1", "1.12"})
    EXPECT_THAT(saying(readable), IsEmpty()) << readable;
  for (const char* other : {"2.0", "0.9"})
    EXPECT_THAT(saying(other), Contains(HasSubstr("this hub reads versions 1.0 to 1.1"))) << other;
  for (const char* none : {"1", "1.", ".1", "1.01", "1.1.0", "1.x", "1.99999", "v1.1"})
    EXPECT_THAT(saying(none), Contains("/schema: wanted MAJOR.MINOR, such as 1.1")) << none;
}

TEST(Manifest, is_refused_with_every_error_at_its_place) {
  Manifest read;
  const Errors errors = read_manifest(R"({"id": 7, "colour": "red"})", read);
  EXPECT_THAT(errors, Contains(HasSubstr("/id")));
  EXPECT_THAT(errors, Contains(HasSubstr("/feeds")));
  EXPECT_THAT(errors, Contains(HasSubstr("/colour")));
}

TEST(Manifest, is_refused_when_it_contradicts_itself) {
  EXPECT_THAT(errors_with("\"soudan\", \"kind\"", "\"sodan\", \"kind\""),
              Contains(HasSubstr("sodan is no feed")));
  EXPECT_THAT(errors_with("\"setting\": \"provenance\"", "\"setting\": \"origin\""),
              Contains(HasSubstr("origin is no config key")));
  EXPECT_THAT(errors_with("\"key\": \"strict\"", "\"key\": \"rows\""),
              Contains(HasSubstr("twice")));
  EXPECT_THAT(errors_with(", \"choices\": [\"a\", \"b\"]", ""), Contains(HasSubstr("choices")));
  EXPECT_THAT(errors_with("\"cp932\"", "\"sjis\""), Contains(HasSubstr("/feeds/0/encodings/0")));
}

TEST(Manifest, that_is_not_json_is_refused) {
  Manifest read;
  EXPECT_THAT(read_manifest("{", read), testing::SizeIs(1));
  EXPECT_THAT(read_manifest("", read), testing::SizeIs(1));
}

TEST(Settings, get_their_defaults) {
  Settings settings{{"code", "092142"}};
  EXPECT_THAT(check_settings(manifest(), settings), IsEmpty());
  EXPECT_EQ(settings, (Settings{{"code", "092142"}, {"rows", "10"}}));
}

TEST(Settings, may_repeat_a_list_and_name_the_parts_of_a_map) {
  EXPECT_THAT(check({{"code", "1"}, {"names", "a"}, {"names", "b"}, {"columns.氏名", "x"}}),
              IsEmpty());
  EXPECT_THAT(check({{"code", "1"}, {"code", "2"}}),
              Contains(HasSubstr("code: stands there twice")));
}

TEST(Settings, are_refused_with_every_error_and_a_suggestion) {
  const Errors errors = check(
      {{"rows", "ten"}, {"strict", "yes"}, {"kind", "c"}, {"colums.a", "x"}, {"columns", "x"}});
  EXPECT_THAT(errors, Contains(HasSubstr("rows: wants a whole number")));
  EXPECT_THAT(errors, Contains(HasSubstr("strict: wants true or false")));
  EXPECT_THAT(errors, Contains(HasSubstr("kind: wants one of a b")));
  EXPECT_THAT(errors, Contains(HasSubstr("did you mean columns?")));
  EXPECT_THAT(errors, Contains(HasSubstr("columns: wants names with values")));
  EXPECT_THAT(errors, Contains(HasSubstr("code: is missing; 団体コードを書いてください")));
}

TEST(Extensions, are_a_name_and_a_revision) {
  Manifest read;
  std::string json(whole);
  json.insert(1, R"("extensions": ["tsunagu.draft.recognize/1", "vendor.own/12"],)");
  ASSERT_THAT(read_manifest(json, read), IsEmpty());
  EXPECT_EQ(read.extensions[0], (Extension{"tsunagu.draft.recognize", 1}));
  EXPECT_EQ(read.extensions[1], (Extension{"vendor.own", 12}));
  EXPECT_TRUE(offers(read, "tsunagu.draft.recognize"));
  EXPECT_FALSE(offers(read, "vendor.own")) << "nobody knows it here";
}

TEST(Extensions, without_a_revision_or_twice_are_refused) {
  for (const char* written : {"no_revision", "name/", "name/0", "name/1x", "/1"}) {
    EXPECT_THAT(
        errors_with("\"labels\"", "\"extensions\": [\"" + std::string(written) + "\"], \"labels\""),
        Contains(HasSubstr("NAME/REVISION")))
        << written;
  }
  EXPECT_THAT(errors_with("\"labels\"", R"("extensions": ["a/1", "a/2"], "labels")"),
              Contains(HasSubstr("twice")));
}

}  // namespace
}  // namespace tsunagu::wire
