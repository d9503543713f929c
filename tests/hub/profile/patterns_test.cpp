// patterns.yaml: what is refused in it, where, and what is suggested instead.
#include "hub/profile/patterns.hpp"

#include "hub/profile/check.hpp"
#include "tests/hub/profile/changed_file.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

class PatternsFile : public ChangedFile {
 protected:
  PatternsFile()
      : ChangedFile(std::filesystem::path(tests::in_source("/config")) / "patterns.yaml") {
    std::filesystem::create_directories(folder / "own");
  }

  /// What is wrong when `from` is `to` in the shipped file.
  std::string problems(const std::string& from, const std::string& to) {
    changed(from, to);
    return read();
  }
  std::string read() {
    const std::vector<FieldOfWork> fields{{"kaigo", "", {}}, {"kodomo", "", {}}};
    Problems found;
    rules = read_patterns(folder / "own", folder, fields, found);
    return found.empty() ? "" : failure_of(found, Language::en).text();
  }
  static bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
  }

  domain::PatternRules rules;
};

TEST_F(PatternsFile, reads_thresholds_and_words_as_typed_conditions) {
  EXPECT_EQ(problems("age, ge: 75", "age, ge: 80"), "");
  const auto* rule = rules.find("8050");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->people.at(0).when.parts.at(0).ranges.at(0), (domain::WholeRange{80}));
  EXPECT_EQ(rule->people.at(1).when.ranges.at(0), (domain::WholeRange{40, 64}));
  EXPECT_EQ(rule->between.at(0).of, 1U);
  EXPECT_EQ(rules.relation_of("長男"), domain::Relation::child);
  EXPECT_EQ(rules.relation_of("隣人"), std::nullopt);
}

TEST_F(PatternsFile, takes_another_pattern_without_a_rebuild) {
  EXPECT_EQ(problems("patterns:\n",
                     "patterns:\n  - code: ALONE\n    title: 一人暮らし\n    why: 例\n"
                     "    household: {field: members, eq: 1}\n    evidence: [members]\n"),
            "");
  EXPECT_NE(rules.find("ALONE"), nullptr);
}

TEST_F(PatternsFile, yields_to_the_municipality_s_own) {
  ASSERT_EQ(problems("age, ge: 75", "age, ge: 75"), "");
  std::ofstream(folder / "own" / "patterns.yaml") << "relationships: []\npatterns: []\n";
  EXPECT_EQ(read(), "");
  EXPECT_TRUE(rules.patterns.empty());
}

TEST_F(PatternsFile, names_fields_that_another_municipality_has) {
  EXPECT_EQ(problems("in: [kodomo, jido]", "in: [shogai]"), "");
}

TEST_F(PatternsFile, is_missed_by_nobody_where_there_is_none) {
  EXPECT_EQ(read(), "");
  EXPECT_TRUE(rules.patterns.empty());
}

struct Mistake {
  const char* name;
  const char* from;
  const char* to;
  const char* said;
};
class Mistakes : public PatternsFile, public testing::WithParamInterface<Mistake> {};

TEST_P(Mistakes, are_told_with_file_line_and_the_nearest_right_word) {
  const auto& [name, from, to, said] = GetParam();
  const auto told = problems(from, to);
  EXPECT_TRUE(says(told, said)) << told;
  EXPECT_TRUE(told.starts_with("patterns.yaml:")) << told;
}

INSTANTIATE_TEST_SUITE_P(
    InTheFile, Mistakes,
    testing::Values(
        Mistake{"unknown_key", "people:\n      - as: parent", "peopel:\n      - as: parent",
                "did you mean: people?"},
        Mistake{"unknown_field", "field: age, ge", "field: aged, ge", "did you mean: age?"},
        Mistake{"field_of_others", "field: lives_with", "field: fields", "\"fields\" is not"},
        Mistake{"unknown_word", "[WITHDRAWAL, EMPLOYMENT", "[WITHDRAWL, EMPLOYMENT",
                "did you mean: WITHDRAWAL?"},
        Mistake{"unknown_code_of_field", "in: [kodomo, jido]", "in: [kodmo, jido]",
                "did you mean: kodomo?"},
        Mistake{"ge_of_words", "field: lives_with, eq: \"yes\"", "field: lives_with, ge: 1",
                "eq or in"},
        Mistake{"no_number", "age, ge: 75", "age, ge: many", "a whole number"},
        Mistake{"backward_range", "in: [40-64]", "in: [64-40]", "40-64"},
        Mistake{"two_tests", "age, ge: 75", "age, ge: 75, eq: 76", "one of eq, in, ge, absent"},
        Mistake{"no_test", "age, ge: 75", "age", "one of eq, in, ge, absent"},
        Mistake{"all_and_any", "          any:\n            - {field: age, ge: 75}",
                "          all: [{field: age, ge: 1}]\n          any:\n            - {field: age, "
                "ge: 75}",
                "one of field, all, any"},
        Mistake{"unknown_person", "of: child", "of: chlid", "did you mean: child?"},
        Mistake{"oneself", "of: child", "of: parent", "two of people"},
        Mistake{"unknown_evidence", "evidence: [age,", "evidence: [aged,", "did you mean: age?"},
        Mistake{"youtai_told", "evidence: [age,", "evidence: [youtai, age,", "\"youtai\" is not"},
        Mistake{"code_twice", "code: SINGLE_MULTI", "code: \"8050\"", "stands here twice"},
        Mistake{"small_code", "code: SINGLE_MULTI", "code: single", "made of capitals"},
        Mistake{"word_twice", "words: [父,", "words: [子, 父,", "stands here twice"},
        Mistake{"everybody", "      - {as: person, when: {field: fields, ge: 3}}", "      []",
                "every household"}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace hub::profile
