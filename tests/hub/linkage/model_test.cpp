#include "hub/linkage/model_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "hub/linkage/estimate.hpp"
#include "hub/linkage/explain.hpp"
#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::hanako;
using testing::pack;
using testing::population_of;

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

Model estimated() {
  const auto all = testing::invented_town(3, 1500);
  auto model = standard_model();
  count_frequencies(population_of(all, model), {}, model);
  estimate_shares(population_of(all, model), {}, model);
  return model;
}

TEST(ModelText, reads_what_it_wrote) {
  const auto text = format_model(estimated());
  const auto read = parse_model(text);
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(format_model(*read), text);
}

TEST(ModelText, refuses_another_version_and_names_the_line) {
  const auto text = format_model(standard_model());
  EXPECT_FALSE(parse_model(""));
  EXPECT_FALSE(parse_model(replaced(text, "model 1", "model 2")));
  const auto bad = parse_model(replaced(text, "records 0", "records many"));
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().text().find("line 2"), std::string::npos);
}

TEST(ModelText, refuses_shares_that_are_none) {
  const auto text = format_model(standard_model());
  EXPECT_FALSE(parse_model(replaced(text, "share same sex same 0.995", "share same sex same 1.5")));
  EXPECT_FALSE(parse_model(replaced(text, "share same sex same 0.995", "share same sex same 0.5")));
  EXPECT_FALSE(parse_model(replaced(text, "share same sex same 0.995\n", "")));
  EXPECT_FALSE(parse_model(replaced(text, "share same sex same", "share same sex often")));
  EXPECT_FALSE(parse_model(text + "share same sex same 0.995 0.1\n"));
}

TEST(ModelText, holds_no_value_that_few_bear) {
  const EstimateSettings settings;
  auto all = testing::invented_town(3, 300);
  all.push_back(hanako(1));
  all.back().family = "勘解由小路";
  all.back().family_kana = "カデノコウジ";
  auto model = standard_model();
  count_frequencies(population_of(all, model), settings, model);
  EXPECT_FALSE(model.family.reading.common.contains(pack(all.back(), model).family));
  EXPECT_TRUE(model.family.reading.common.contains(pack(all.front(), model).family));
}

TEST(Estimate, finds_that_one_person_agrees_more_often_than_housemates_and_these_than_strangers) {
  const auto model = estimated();
  const auto share = [&](Origin origin, Field field, auto level) {
    return model.shares[slot(origin)][slot(field)][static_cast<std::size_t>(level)];
  };
  EXPECT_GT(share(Origin::same, Field::birth, BirthLevel::same), 0.7);
  EXPECT_LT(share(Origin::housemates, Field::birth, BirthLevel::same), 0.2);
  EXPECT_GT(share(Origin::housemates, Field::family, NameLevel::same), 0.5);
  EXPECT_LT(share(Origin::strangers, Field::family, NameLevel::same), 0.3);
  EXPECT_LT(share(Origin::strangers, Field::phone, PhoneLevel::same), 0.01);
}

TEST(Score, gives_a_rare_family_name_more_weight_than_a_frequent_one) {
  auto model = standard_model();
  const auto frequent = pack(hanako(1), model);
  model.family.reading.common[frequent.family] = rarity_of(0.02);
  const Scorer scorer(model);
  const auto weight = [&](const char* kana) {
    auto one = hanako(1);
    one.family_kana = kana;
    auto moved = one;
    moved.town = "09214|喜連川";
    moved.phone = "0286812222";
    return scorer.weight(compare(pack(one, model), pack(moved, model)), Field::family);
  };
  EXPECT_GT(weight("カデノコウジ"), weight("タカハシ"));
}

TEST(Score, gives_no_weight_to_what_a_household_shares_inside_it) {
  const auto model = standard_model();
  const Scorer scorer(model);
  auto son = hanako(2);
  son.given = "太郎";
  son.given_kana = "タロウ";
  son.birth = {1978, 9, 30};
  son.sex = 1;
  const auto found = compare(pack(hanako(1), model), pack(son, model));
  EXPECT_TRUE(scorer.against_housemates(found));
  EXPECT_LT(scorer.weight(found, Field::address), 2 * one_bit);
  EXPECT_LT(scorer.score(found), -10 * one_bit);
}

TEST(Score, adds_logarithms) {
  for (Score a = -200; a < 200; a += 7) {
    for (Score b = -200; b < 200; b += 11) {
      const double exact = 16 * std::log2(std::exp2(a / 16.0) + std::exp2(b / 16.0));
      EXPECT_NEAR(log_sum(a, b), exact, 1.0) << a << ' ' << b;
    }
  }
}

TEST(Explain, says_each_fields_level_and_weight) {
  const auto model = standard_model();
  const Scorer scorer(model);
  const Settings settings;
  Decisions decisions;
  auto other = hanako(2);
  other.given = "華子";
  const auto population = population_of({hanako(1), other}, model);
  auto found = explain({population, scorer, settings, decisions}, 0, 1);
  EXPECT_EQ(found.answer, Answer::same);
  EXPECT_EQ(level_name(Field::given, found.fields[slot(Field::given)].level), "read_same");
  EXPECT_GT(found.fields[slot(Field::birth)].weight, 0);
  auto sum = found.prior;
  for (const auto& reason : found.fields)
    sum += reason.weight;
  EXPECT_EQ(sum, found.score);
  decisions.tell_apart(1, 2);
  found = explain({population, scorer, settings, decisions}, 0, 1);
  EXPECT_EQ(found.answer, Answer::different);
  EXPECT_TRUE(found.told_apart_by_officer);
}

}  // namespace
}  // namespace hub::linkage
