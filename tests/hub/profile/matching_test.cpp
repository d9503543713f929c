// matching.yaml: what is refused in it, and that a municipality's own stands in its place.
#include "hub/profile/matching.hpp"

#include "hub/profile/check.hpp"
#include "tests/hub/profile/changed_file.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

class MatchingFile : public ChangedFile {
 protected:
  MatchingFile()
      : ChangedFile(std::filesystem::path(tests::in_source("/config")) / "matching.yaml") {
    std::filesystem::create_directories(folder / "own");
  }

  /// What is wrong when `from` is `to` in the shipped file.
  std::string problems(const std::string& from, const std::string& to) {
    changed(from, to);
    Problems found;
    rules = read_matching(folder / "own", folder, found);
    return found.empty() ? "" : failure_of(found, Language::en).text();
  }

  std::shared_ptr<const domain::MatchingRules> rules;
};

TEST_F(MatchingFile, reads_weights_days_and_conditions) {
  EXPECT_EQ(problems("stale_after_days: 180", "stale_after_days: 90"), "");
  EXPECT_EQ(rules->stale_after_days, 90);
  EXPECT_EQ(rules->weights, (std::array<int, 5>{40, 20, 10, 20, 10}));
  EXPECT_EQ(rules->follow_up.joined, 20);
  EXPECT_EQ(rules->conditions.size(), 5U);
  EXPECT_NE(rules->text.find("stale_after_days: 90"), std::string::npos);
}

TEST_F(MatchingFile, refuses_what_would_not_score_or_be_asked) {
  EXPECT_NE(problems("need: 40", "need: 50").find("100 in all"), std::string::npos);
  EXPECT_NE(problems("field: serves", "field: servs").find("serves"), std::string::npos);
  EXPECT_NE(problems("in: [open, few, ask]", "in: [opens]").find("open"), std::string::npos);
  EXPECT_NE(problems("code: days", "code: places").find("twice"), std::string::npos);
  EXPECT_NE(problems("joined: 20", "joined: 0").find("1 to 3660"), std::string::npos);
}

TEST_F(MatchingFile, stands_back_for_a_municipalitys_own) {
  std::ofstream(folder / "own" / "matching.yaml")
      << "weights: {need: 100, wish: 0, pace: 0, distance: 0, places: 0}\nstale_after_days: 30\n"
         "follow_up: {proposed: 1, visited: 1, trial: 1, joined: 1}\nserves: []\nconditions: []\n";
  EXPECT_EQ(problems("need: 40", "need: 40"), "");
  EXPECT_EQ(rules->stale_after_days, 30);
}

}  // namespace
}  // namespace hub::profile
