#include "hub/linkage/index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::Facts;
using testing::invented_town;
using testing::population_of;
using testing::Someone;
using Asked = std::tuple<RecordId, RecordId, Score, Doubt>;

/// What an index and a full run must agree in.
struct Answer {
  std::map<RecordId, RecordId> person{};
  std::set<Asked> questions{};
  friend bool operator==(const Answer&, const Answer&) = default;
};

std::set<Asked> asked(const Population& population, const std::vector<Question>& questions) {
  std::set<Asked> all;
  for (const auto& one : questions)
    all.emplace(population.id(one.a), population.id(one.b), one.score, one.doubt);
  return all;
}

class Grown : public ::testing::TestWithParam<int> {
 protected:
  Grown() {
    // Small limits, so that blocks and persons pass them while the town grows.
    settings_.most_in_block = 6;
    settings_.most_in_person = 4;
  }

  Answer anew(const std::map<RecordId, Someone>& all, const Decisions& decisions) const {
    std::vector<Someone> records;
    for (const auto& [id, one] : all)
      records.push_back(one);
    const auto population = population_of(records, model_);
    const auto links = link_all(population, Scorer(model_), settings_, decisions);
    Answer answer{{}, asked(population, links.questions)};
    for (Place record = 0; record < population.records(); ++record)
      answer.person[population.id(record)] = population.id(links.person[record]);
    return answer;
  }

  static Answer grown(const std::map<RecordId, Someone>& all, const Index& index) {
    Answer answer{{}, asked(index.population(), index.questions())};
    for (const auto& [id, one] : all)
      answer.person[id] = index.person_of(id).value();
    return answer;
  }

  Model model_ = standard_model();
  Settings settings_{};
};

TEST_P(Grown, gives_what_linking_anew_gives) {
  std::mt19937_64 random(static_cast<std::uint64_t>(GetParam()));
  auto town = invented_town(random(), 120);
  std::map<RecordId, Someone> present;
  Index index(model_, settings_);
  for (int step = 0; step < 500; ++step) {
    const auto& one = town[random() % town.size()];
    const auto& other = town[random() % town.size()];
    switch (random() % 8) {
      case 0:
        present.erase(one.id);
        index.remove(one.id);
        break;
      case 1: {  // changed: what another record says, under this one's id
        auto changed = other;
        changed.id = one.id;
        present[one.id] = changed;
        index.put(Facts(changed).get());
        break;
      }
      case 2:
        if (random() % 4 == 0) index.join(one.id, other.id);
        break;
      case 3:
        if (const auto person = index.person_of(one.id)) index.tell_apart(one.id, *person);
        break;
      case 4:
        if (const auto person = index.person_of(one.id)) index.forget(one.id, *person);
        break;
      default:
        present[one.id] = one;
        index.put(Facts(one).get());
    }
    if (step % 25 == 24) {
      ASSERT_EQ(grown(present, index), anew(present, index.decisions())) << "after " << step;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Towns, Grown, ::testing::Range(1, 13));

TEST(Index, knows_nobody_who_left) {
  const auto model = standard_model();
  Index index(model, {});
  index.put(Facts(testing::hanako(1)).get());
  EXPECT_EQ(index.person_of(1), 1);
  index.remove(1);
  EXPECT_FALSE(index.person_of(1));
  index.remove(1);
}

TEST(Index, undoes_and_does_again) {
  const auto model = standard_model();
  Index index(model, {});
  for (const RecordId id : {1, 2})
    index.put(Facts(testing::hanako(id)).get());
  EXPECT_EQ(index.person_of(2), 1);
  index.tell_apart(1, 2);
  EXPECT_EQ(index.person_of(2), 2);
  index.put(Facts(testing::hanako(2)).get());
  EXPECT_EQ(index.person_of(2), 2) << "a split is never joined again by itself";
  index.forget(1, 2);
  EXPECT_EQ(index.person_of(2), 1);
  index.tell_apart(1, 2);
  EXPECT_EQ(index.person_of(2), 2);
}

}  // namespace
}  // namespace hub::linkage
