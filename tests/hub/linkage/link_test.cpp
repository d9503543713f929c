#include "hub/linkage/link.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "hub/linkage/estimate.hpp"
#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::hanako;
using testing::invented_town;
using testing::population_of;
using testing::Someone;

/// Of each record the smallest id of its person, and who is asked about whom: without places.
struct Answer {
  std::map<RecordId, RecordId> person{};
  std::set<std::tuple<RecordId, RecordId, Score, Doubt>> questions{};
  friend bool operator==(const Answer&, const Answer&) = default;
};

Answer answer_of(const Population& population, const Links& links) {
  Answer answer;
  for (Place record = 0; record < population.records(); ++record)
    answer.person[population.id(record)] = population.id(links.person[record]);
  for (const auto& question : links.questions)
    answer.questions.emplace(population.id(question.a), population.id(question.b), question.score,
                             question.doubt);
  return answer;
}

Answer link(const std::vector<Someone>& all, const Model& model, const Settings& settings = {},
            const Decisions& decisions = {}) {
  const auto population = population_of(all, model);
  return answer_of(population, link_all(population, Scorer(model), settings, decisions));
}

Model model_of(const std::vector<Someone>& all) {
  auto model = standard_model();
  const EstimateSettings settings;
  count_frequencies(population_of(all, model), settings, model);
  estimate_shares(population_of(all, model), settings, model);
  return model;
}

std::size_t persons_in(const Answer& answer) {
  std::set<RecordId> persons;
  for (const auto& [record, person] : answer.person)
    persons.insert(person);
  return persons.size();
}

/// A record that agrees in everything, at another desk.
Someone again(Someone one, RecordId id) {
  one.id = id;
  one.numbers.clear();
  return one;
}

TEST(Link, joins_a_person_across_desks) {
  EXPECT_EQ(persons_in(link({hanako(1), again(hanako(1), 2)}, standard_model())), 1);
}

TEST(Link, joins_by_a_number_of_one_system_whatever_else_is_missing) {
  Someone bare;
  bare.id = 2;
  bare.numbers = {{7, "123"}};
  auto whole = hanako(1);
  whole.numbers = {{7, "123"}};
  EXPECT_EQ(persons_in(link({whole, bare}, standard_model())), 1);
  bare.numbers = {{8, "123"}};
  EXPECT_EQ(persons_in(link({whole, bare}, standard_model())), 2) << "of another system";
}

TEST(Link, never_joins_two_numbers_of_a_system_in_which_everybody_has_one) {
  auto one = hanako(1);
  auto other = again(one, 2);
  one.numbers = {{7, "123", true}};
  other.numbers = {{7, "456", true}};
  EXPECT_EQ(persons_in(link({one, other}, standard_model())), 2);
  one.numbers[0].one_each = other.numbers[0].one_each = false;
  EXPECT_EQ(persons_in(link({one, other}, standard_model())), 1) << "who may be registered twice";
}

TEST(Link, joins_no_two_told_apart_by_numbers_through_a_third) {
  auto one = hanako(1);
  auto other = again(one, 2);
  one.numbers = {{7, "123", true}};
  other.numbers = {{7, "456", true}};
  const auto answer = link({one, other, again(one, 3)}, standard_model());
  EXPECT_NE(answer.person.at(1), answer.person.at(2));
  EXPECT_EQ(persons_in(answer), 2);
}

TEST(Link, keeps_twins_apart) {
  auto twin = hanako(2);
  twin.given = "桃子";
  twin.given_kana = "モモコ";
  EXPECT_EQ(persons_in(link({hanako(1), twin}, standard_model())), 2);
}

TEST(Link, keeps_twins_of_like_names_apart) {
  auto one = hanako(1);
  one.given = "裕美";
  one.given_kana = "ヒロミ";
  auto twin = hanako(2);
  twin.given = "裕子";
  twin.given_kana = "ヒロコ";
  EXPECT_EQ(persons_in(link({one, twin}, standard_model())), 2);
}

TEST(Link, asks_about_twins_whose_names_are_a_slip_apart) {
  auto one = hanako(1);
  one.given = "涼太";
  one.given_kana = "リョウタ";
  auto twin = hanako(2);
  twin.given = "涼二";
  twin.given_kana = "リョウジ";
  const auto answer = link({one, twin}, standard_model());
  EXPECT_EQ(persons_in(answer), 2);
  EXPECT_EQ(answer.questions.size(), 1);
}

TEST(Link, keeps_father_and_son_one_character_apart) {
  auto father = hanako(1);
  father.given = "健一";
  father.given_kana = "ケンイチ";
  father.sex = 1;
  auto son = father;
  son.id = 2;
  son.given = "健二";
  son.given_kana = "ケンジ";
  son.birth = {1978, 9, 30};
  EXPECT_EQ(persons_in(link({father, son}, standard_model())), 2);
}

TEST(Link, keeps_in_laws_of_one_reading_apart) {
  auto young = hanako(2);
  young.given = "華子";
  young.birth = {1979, 8, 12};
  EXPECT_EQ(persons_in(link({hanako(1), young}, standard_model())), 2);
}

TEST(Link, keeps_neighbours_of_one_name_apart) {
  auto neighbour = hanako(2);
  neighbour.birth = {1961, 11, 23};
  neighbour.number = "2771-2";
  neighbour.phone = "0286812222";
  EXPECT_EQ(persons_in(link({hanako(1), neighbour}, standard_model())), 2);
}

TEST(Link, joins_who_married_and_moved_by_given_name_birthday_and_telephone) {
  auto later = hanako(2);
  later.family = "小林";
  later.family_kana = "コバヤシ";
  later.number = "31-5";
  later.former_family = "高橋";
  EXPECT_EQ(persons_in(link({hanako(1), later}, standard_model())), 1);
}

TEST(Link, asks_where_it_is_not_sure) {
  auto doubtful = hanako(2);
  doubtful.birth = {};
  doubtful.number = "31-5";
  doubtful.phone = "0286812222";
  doubtful.given = "華子";
  const auto answer = link({hanako(1), doubtful}, standard_model());
  EXPECT_EQ(persons_in(answer), 2);
  EXPECT_EQ(answer.questions.size(), 1);
}

TEST(Link, does_not_join_by_a_number_that_one_of_them_bears_by_a_slip) {
  auto one = hanako(1);
  Someone other = hanako(2);
  other.given = "太郎";
  other.given_kana = "タロウ";
  other.birth = {1988, 12, 30};
  other.sex = 1;
  one.numbers = other.numbers = {{7, "123"}};
  const auto answer = link({one, other}, standard_model());
  EXPECT_EQ(persons_in(answer), 2);
  ASSERT_EQ(answer.questions.size(), 1);
  EXPECT_EQ(std::get<Doubt>(*answer.questions.begin()), Doubt::clash);
}

TEST(Link, passes_over_a_number_that_stands_in_for_none) {
  std::vector<Someone> all;
  Settings settings;
  settings.most_in_person = 5;
  for (RecordId id = 1; id <= 6; ++id) {
    Someone one;
    one.id = id;
    one.numbers = {{7, "9999999999"}};
    all.push_back(one);
  }
  EXPECT_EQ(persons_in(link(all, standard_model(), settings)), 6);
  all.pop_back();
  EXPECT_EQ(persons_in(link(all, standard_model(), settings)), 1);
}

TEST(Link, lets_no_person_grow_beyond_its_brake) {
  std::vector<Someone> all;
  for (RecordId id = 1; id <= 9; ++id)
    all.push_back(again(hanako(id), id));
  Settings settings;
  settings.most_in_person = 4;
  const auto answer = link(all, standard_model(), settings);
  std::map<RecordId, int> sizes;
  for (const auto& [record, person] : answer.person)
    ++sizes[person];
  for (const auto& [person, size] : sizes)
    EXPECT_LE(size, 4);
  EXPECT_FALSE(answer.questions.empty());
}

TEST(Link, never_joins_again_whom_an_officer_told_apart) {
  Decisions decisions;
  decisions.tell_apart(1, 2);
  auto one = hanako(1);
  one.numbers = {{7, "123"}};
  auto other = one;
  other.id = 2;
  const auto answer = link({one, other, again(one, 3)}, standard_model(), {}, decisions);
  EXPECT_NE(answer.person.at(1), answer.person.at(2)) << "neither by a number nor through a third";
  decisions.join(1, 2);
  EXPECT_NE(link({one, other}, standard_model(), {}, decisions).person.at(2), 1);
}

TEST(Link, joins_whom_an_officer_joined_and_undoes_it) {
  Decisions decisions;
  auto other = hanako(2);
  other.given = "太郎";
  other.given_kana = "タロウ";
  other.birth = {1988, 12, 30};
  const std::vector<Someone> all{hanako(1), other};
  const auto before = link(all, standard_model());
  decisions.join(1, 2);
  const auto joined = link(all, standard_model(), {}, decisions);
  EXPECT_EQ(persons_in(joined), 1);
  decisions.forget(1, 2);
  EXPECT_EQ(link(all, standard_model(), {}, decisions), before);
  decisions.join(1, 2);
  EXPECT_EQ(link(all, standard_model(), {}, decisions), joined);
}

TEST(Link, keeps_apart_who_clash_though_each_is_like_a_third) {
  const auto older = hanako(1);
  auto younger = hanako(3);
  younger.birth = {1978, 9, 30};
  auto between = hanako(2);
  between.birth = {};
  Settings settings;
  settings.same = -30 * one_bit;
  settings.perhaps = -40 * one_bit;
  settings.clash = 6 * one_bit;
  const auto two = link({older, between}, standard_model(), settings);
  ASSERT_EQ(persons_in(two), 1);
  EXPECT_EQ(persons_in(link({older, between, younger}, standard_model(), settings)), 2);
}

TEST(Link, keeps_namesakes_apart_though_a_record_without_birthday_is_like_both) {
  auto namesake = hanako(2);
  namesake.birth = {1983, 9, 12};
  auto open = hanako(3);
  open.birth = {};
  const auto answer = link({hanako(1), namesake, open}, standard_model());
  EXPECT_NE(answer.person.at(1), answer.person.at(2));
  EXPECT_EQ(persons_in(answer), 2) << "it is one of them, and about the other is asked";
  EXPECT_FALSE(answer.questions.empty());
}

/// Rare as it may be: of whom a desk wrote down no more than the name, any namesake would do.
TEST(Link, only_asks_where_nothing_but_the_name_agrees) {
  Someone bare = hanako(2);
  bare.birth = {};
  bare.sex = 0;
  bare.number = bare.room = bare.phone = "";
  const auto in_town = link({hanako(1), bare}, standard_model());
  EXPECT_EQ(persons_in(in_town), 2);
  EXPECT_EQ(in_town.questions.size(), 1U);
  bare.town = "";
  const auto answer = link({hanako(1), bare}, standard_model());
  EXPECT_EQ(persons_in(answer), 2);
  EXPECT_EQ(answer.questions.size(), 1U);
  auto dated = bare;
  dated.birth = hanako(1).birth;
  EXPECT_EQ(persons_in(link({hanako(1), dated}, standard_model())), 1) << "birthday beside it";
  auto reachable = bare;
  reachable.phone = hanako(1).phone;
  EXPECT_EQ(persons_in(link({hanako(1), reachable}, standard_model())), 1) << "telephone beside it";
}

TEST(Link, joins_by_a_record_that_has_the_birthday_of_one_and_the_number_of_the_other) {
  auto slip = hanako(2);
  slip.birth = {1960, 4, 1};
  auto between = hanako(3);
  slip.numbers = between.numbers = {{7, "123"}};
  EXPECT_EQ(persons_in(link({hanako(1), slip, between}, standard_model())), 1);
}

TEST(Link, asks_about_two_persons_once_and_the_strongest_first) {
  const auto all = invented_town(17, 400);
  const auto population = population_of(all, standard_model());
  Settings settings;
  settings.perhaps = -20 * one_bit;
  const auto links = link_all(population, Scorer(standard_model()), settings, {});
  std::set<std::set<Place>> asked;
  auto last = std::numeric_limits<Score>::max();
  for (const auto& question : links.questions) {
    EXPECT_TRUE(asked.insert({links.person[question.a], links.person[question.b]}).second);
    EXPECT_LE(question.score, last);
    last = question.score;
  }
  EXPECT_GT(asked.size(), 50);
}

TEST(Link, is_the_same_for_any_order_of_the_records) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    auto all = invented_town(seed, 800);
    const auto model = model_of(all);
    Settings settings;
    settings.most_in_block = 8;
    settings.most_in_person = 6;
    const auto in_order = link(all, model, settings);
    EXPECT_LT(persons_in(in_order), all.size());
    std::mt19937_64 random(seed);
    for (int i = 0; i < 3; ++i) {
      std::shuffle(all.begin(), all.end(), random);
      EXPECT_EQ(model_of(all).shares, model.shares);
      ASSERT_EQ(link(all, model, settings), in_order) << "seed " << seed;
    }
  }
}

TEST(Link, is_the_same_for_any_number_of_threads) {
  const auto all = invented_town(7, 2000);
  const auto model = model_of(all);
  Settings settings;
  const auto alone = link(all, model, settings);
  for (const unsigned threads : {2U, 3U, 8U}) {
    settings.threads = threads;
    EXPECT_EQ(link(all, model, settings), alone) << threads << " threads";
  }
}

TEST(Link, is_not_swayed_by_the_hidden) {
  auto all = invented_town(11, 800);
  const auto model = model_of(all);
  const auto without = link(all, model);
  auto hidden = all[5];
  hidden.id = 1;
  hidden.hidden = true;
  hidden.numbers.clear();
  all.push_back(hidden);
  auto with = link(all, model);
  EXPECT_EQ(with.person.at(1), 1) << "nobody is joined to her by likeness";
  with.person.erase(1);
  EXPECT_EQ(with, without);
}

}  // namespace
}  // namespace hub::linkage
