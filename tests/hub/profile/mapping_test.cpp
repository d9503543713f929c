// mapping.yaml: what is refused in it, on which line, and what is suggested instead.
#include "hub/profile/mapping.hpp"

#include <gmock/gmock.h>

#include "hub/profile/check.hpp"
#include "tests/hub/profile/changed_file.hpp"
#include "tests/places.hpp"
#include "tsunagu/mapping/json.hpp"

namespace hub::profile {
namespace {

using testing::AllOf;
using testing::HasSubstr;
namespace mapping = tsunagu::mapping;

const std::filesystem::path example =
    std::filesystem::path(tests::in_source("/examples/consultation_list/mapping.yaml"));

class MappingFiles : public ChangedFile {
 protected:
  MappingFiles() : ChangedFile(example) {}

  /// What is wrong when `from` is `to` in the example.
  std::string problems(const std::string& from, const std::string& to) {
    Problems found;
    read_mapping(changed(from, to), found, "mapping.yaml");
    return found.empty() ? "" : failure_of(found, Language::en).text();
  }
};

TEST_F(MappingFiles, example_is_as_it_should_be) {
  EXPECT_EQ(problems("header_line: 2", "header_line: 2"), "");
}

TEST_F(MappingFiles, suggest_the_column_that_was_meant) {
  EXPECT_THAT(problems("name: 氏名", "name: 指名"),
              AllOf(HasSubstr("mapping.yaml:35:13"), HasSubstr("did you mean: 氏名?")));
  EXPECT_THAT(problems("\"machinaka:{番号}/相談\"", "\"machinaka:{番后}/相談\""),
              HasSubstr("did you mean: 番号?"));
  EXPECT_THAT(problems("{field: 年齢, ge", "{field: 年令, ge"), HasSubstr("did you mean: 年齢?"));
}

TEST_F(MappingFiles, suggest_the_field_the_kind_and_the_code_that_were_meant) {
  EXPECT_THAT(problems("birthday:", "birthdey:"), HasSubstr("did you mean: birthday?"));
  EXPECT_THAT(problems("kind: consent\n", "kind: consant\n"), HasSubstr("did you mean: consent?"));
  EXPECT_THAT(problems("物忘れ: DEMENTIA", "物忘れ: DEMENTA"),
              HasSubstr("did you mean: DEMENTIA?"));
  EXPECT_THAT(problems("{constant: 書面}", "{constant: 書類}"), HasSubstr("did you mean: 書面?"));
  EXPECT_THAT(problems("header_line", "headerline"), HasSubstr("did you mean: header_line?"));
}

TEST_F(MappingFiles, want_what_a_record_can_not_do_without) {
  EXPECT_THAT(problems("      name: 氏名\n", ""), HasSubstr("needs the field \"name\""));
  EXPECT_THAT(problems("    person: \"machinaka:{番号}\"\n", ""),
              HasSubstr("\"person\" is missing"));
}

TEST_F(MappingFiles, refuse_a_person_or_consultation_that_the_table_does_not_give) {
  EXPECT_THAT(problems("person: \"machinaka:{番号}\"", "person: \"x:{番号}\""),
              HasSubstr("no record of kind person"));
  EXPECT_THAT(problems("consultation: \"machinaka:{番号}/相談\"", "consultation: \"x:{番号}\""),
              HasSubstr("no record of kind consultation"));
}

TEST_F(MappingFiles, refuse_a_key_that_names_one_record_for_many) {
  EXPECT_THAT(problems("key: \"machinaka:{番号}/相談\"", "key: machinaka"),
              HasSubstr("a key with a column"));
  EXPECT_THAT(problems("/課題/{困りごと}", "/課題"), HasSubstr("the column of \"each\""));
}

TEST_F(MappingFiles, want_a_tax_label_on_what_comes_from_taxation) {
  EXPECT_THAT(problems("{name: 介護保険料段階, label: tax}", "介護保険料段階"),
              HasSubstr("comes from taxation"));
}

TEST_F(MappingFiles, refuse_a_column_of_a_number_that_may_not_come_in) {
  EXPECT_THAT(problems("- 状態", "- 状態\n  - 個人番号"), HasSubstr("may not come in"));
}

TEST_F(MappingFiles, want_to_know_whose_number_it_is) {
  EXPECT_THAT(problems("sex: 性別", "sex: 性別\n      number: 番号"),
              HasSubstr("\"system\" is missing"));
}

TEST_F(MappingFiles, ask_a_word_for_no_number) {
  EXPECT_THAT(problems("{name: 年齢, number: true}", "年齢"), HasSubstr("this field is no number"));
}

TEST_F(MappingFiles, reach_the_adapter_in_place_of_their_names) {
  std::filesystem::copy_file(example, folder / "list.yaml");
  std::vector<Source> sources(1);
  sources[0].adapter = table_adapter;
  Problems found;
  sources[0].config = *parse_yaml("mapping: list.yaml", "sources.yaml", found);
  sources[0].feeds.emplace_back().name = "full";
  read_mappings(folder, sources, found);
  ASSERT_TRUE(found.empty()) << failure_of(found).text();
  const auto settings = config_settings(sources[0]);
  ASSERT_EQ(settings.size(), 1U);
  EXPECT_EQ(mapping::read(settings[0].second).records.size(), 5U);
}

TEST_F(MappingFiles, say_what_the_table_is_written_in) {
  EXPECT_THAT(problems("[cp932, utf8]", "[cp932, utf-8]"),
              AllOf(HasSubstr("mapping.yaml:3:20"), HasSubstr("did you mean: utf8?")));
  EXPECT_THAT(problems("encodings: [cp932, utf8]\n", ""), HasSubstr("\"encodings\" is missing"));
  EXPECT_THAT(problems("[cp932, utf8]", "[]"), HasSubstr("encodings: [cp932, utf8]"));
}

TEST_F(MappingFiles, read_no_feed_in_another_encoding_than_theirs) {
  std::filesystem::copy_file(example, folder / "list.yaml");
  std::vector<Source> sources(1);
  sources[0].adapter = table_adapter;
  Problems found;
  sources[0].config = *parse_yaml("mapping: list.yaml", "sources.yaml", found);
  auto& feed = sources[0].feeds.emplace_back();
  feed.name = "full";
  feed.encodings = {"utf8", "euc_jp"};
  read_mappings(folder, sources, found);
  ASSERT_EQ(found.all().size(), 1U);
  EXPECT_THAT(failure_of(found, Language::en).text(), HasSubstr("encoding euc_jp is not among"));
}

TEST_F(MappingFiles, are_looked_for_where_the_source_says_and_deliver_one_of_three_ways) {
  std::vector<Source> sources(2);
  for (Source& source : sources)
    source.adapter = table_adapter;
  Problems found;
  sources[0].config = *parse_yaml("mapping: nothing.yaml", "sources.yaml", found);
  sources[1].feeds.emplace_back().name = "fulll";
  read_mappings(folder, sources, found);
  const auto told = failure_of(found, Language::en).text();
  EXPECT_THAT(told, HasSubstr("nothing.yaml"));
  EXPECT_THAT(told, HasSubstr("did you mean: full?"));
  EXPECT_THAT(told, HasSubstr("\"mapping\" is missing"));
}

}  // namespace
}  // namespace hub::profile
