// The life of a plan: held row by row against the page that people read, and walked at random (the
// seed is fixed) against a second statement of what must hold of every life..
#include "hub/domain/plan_course.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include "hub/base/random.hpp"
#include "tests/places.hpp"

namespace hub::domain {
namespace {

std::string row_of(const PlanStep& step) {
  std::string row = "| " + (step.from ? std::string(name_of(*step.from)) : "–") + " | ";
  row += std::string(name_of(step.event)) + " | " + std::string(name_of(step.to)) + " |";
  bool any = false;
  for (const auto need : step.needs.in_order()) {
    row += (any ? ", " : " ") + std::string(name_of(need));
    any = true;
  }
  return row + (any ? " | " : " – | ") + std::string(trigger_of(step.event)) + " |";
}

PlanNeeds everything() {
  PlanNeeds all;
  for (std::size_t at = 0; at < plan_need_count; ++at)
    all.add(static_cast<PlanNeed>(at));
  return all;
}

TEST(PlanCourse, is_the_table_that_people_read) {
  std::ifstream in(tests::in_source("/hub/domain/PLAN.md"));
  std::ostringstream page;
  page << in.rdbuf();
  std::size_t rows = 0;
  for (const auto& step : plan_table()) {
    EXPECT_NE(page.str().find(row_of(step)), std::string::npos) << row_of(step);
    ++rows;
  }
  std::size_t written = 0;
  std::istringstream lines(page.str());
  for (std::string line; std::getline(lines, line);)
    written += line.starts_with("| ") && !line.starts_with("| from") ? 1 : 0;
  EXPECT_EQ(written, rows + 1) << "the rows, and the line under the head";
}

TEST(PlanCourse, each_row_is_refused_for_each_thing_that_it_lacks_and_names_it) {
  for (const auto& step : plan_table()) {
    EXPECT_EQ(judge(step.from, step.event, everything()).to, step.to) << name_of(step.event);
    for (std::size_t at = 0; at < plan_need_count; ++at) {
      const auto need = static_cast<PlanNeed>(at);
      PlanNeeds there;
      for (std::size_t other = 0; other < plan_need_count; ++other)
        if (other != at) there.add(static_cast<PlanNeed>(other));
      const auto judged = judge(step.from, step.event, there);
      if (!step.needs.has(need)) {
        EXPECT_EQ(judged.to, step.to) << name_of(step.event) << " does not want " << name_of(need);
        continue;
      }
      EXPECT_FALSE(judged.to) << name_of(step.event) << " without " << name_of(need);
      EXPECT_EQ(judged.missing, need);
      EXPECT_FALSE(missing(step.event, need).empty());
    }
  }
}

TEST(PlanCourse, what_is_missed_first_is_what_the_row_names_first) {
  for (const auto& step : plan_table()) {
    PlanNeeds there;
    for (const auto need : step.needs.in_order()) {
      EXPECT_EQ(judge(step.from, step.event, there).missing, need) << name_of(step.event);
      there.add(need);
    }
    EXPECT_EQ(judge(step.from, step.event, there).to, step.to);
  }
  EXPECT_EQ(judge(PlanState::active, PlanEvent::end, PlanNeeds({PlanNeed::ratified})).missing,
            PlanNeed::lead_agency)
      << "not the meeting that nobody convenes yet";
}

//
TEST(PlanCourse, whatever_stands_in_no_row_is_refused_with_everything_there) {
  int refused = 0;
  for (int from = -1; from <= static_cast<int>(PlanState::superseded); ++from) {
    const auto state = from < 0 ? std::nullopt : std::optional(static_cast<PlanState>(from));
    for (std::size_t at = 0; at < plan_event_count; ++at) {
      const auto event = static_cast<PlanEvent>(at);
      bool listed = false;
      for (const auto& step : plan_table())
        listed = listed || (step.from == state && step.event == event);
      const auto judged = judge(state, event, everything());
      EXPECT_EQ(judged.to.has_value(), listed);
      EXPECT_FALSE(judged.missing) << "the order itself is wrong";
      refused += listed ? 0 : 1;
    }
  }
  EXPECT_EQ(refused, 7 * 12 - 15);
}

TEST(PlanCourse, the_four_timings_are_decided_by_a_meeting) {
  constexpr std::array<std::pair<PlanEvent, std::string_view>, 4> timings{
      {{PlanEvent::decide, "create"},
       {PlanEvent::change, "change"},
       {PlanEvent::end, "close"},
       {PlanEvent::interrupt, "suspend"}}};
  for (const auto& timing : timings) {
    EXPECT_EQ(trigger_of(timing.first), timing.second) << "R-55";
    for (const auto& step : plan_table()) {
      if (step.event != timing.first) continue;
      EXPECT_TRUE(step.needs.has(PlanNeed::adopted)) << "R-57";
    }
  }
}

TEST(PlanCourse, words_are_found_by_the_name_they_give) {
  for (std::size_t at = 0; at < plan_event_count; ++at) {
    const auto event = static_cast<PlanEvent>(at);
    EXPECT_EQ(plan_event_from(name_of(event)), event);
  }
  EXPECT_EQ(plan_kind_from("sanka"), PlanKind::sanka);
  EXPECT_FALSE(plan_kind_from("care_plan"));
}

/// One plan's life as somebody who watches from outside would keep it.
struct Watched {
  std::optional<PlanState> state;
  bool met = false;         ///< a meeting agreed to this plan
  bool unratified = false;  ///< it began before the meeting

  [[nodiscard]] bool lawful() const { return state != PlanState::active || met || unratified; }
  void follow(PlanEvent event, PlanState to) {
    state = to;
    met = met || event == PlanEvent::decide || event == PlanEvent::ratify;
    if (event == PlanEvent::start_urgent) unratified = true;
    if (event == PlanEvent::ratify || event == PlanEvent::reject) unratified = false;
  }
  /// What is there: by chance, but what the history itself tells.
  [[nodiscard]] PlanNeeds there(PlanNeeds by_chance) const {
    PlanNeeds all;
    for (std::size_t at = 0; at < plan_need_count; ++at) {
      const auto need = static_cast<PlanNeed>(at);
      const bool told = need == PlanNeed::open_ratification || need == PlanNeed::ratified;
      if (!told && by_chance.has(need)) all.add(need);
    }
    all.add(unratified ? PlanNeed::open_ratification : PlanNeed::ratified);
    return all;
  }
};

TEST(PlanCourse, no_walk_at_random_leaves_a_plan_active_without_decision_or_open_ratification) {
  base::SeededRandom random(42);
  const auto draw = [&random](unsigned below) {
    std::array<std::uint8_t, 2> bytes{};
    random.fill(bytes);
    return (bytes[0] * 256U + bytes[1]) % below;
  };
  std::array<int, plan_event_count> taken{};
  for (int life = 0; life < 4000; ++life) {
    Watched plan;
    for (int step = 0; step < 30; ++step) {
      PlanNeeds by_chance;
      for (std::size_t at = 0; at < plan_need_count; ++at)
        if (draw(8) != 0) by_chance.add(static_cast<PlanNeed>(at));
      const auto event = static_cast<PlanEvent>(draw(plan_event_count));
      const auto before = plan.state;
      const auto judged = judge(before, event, plan.there(by_chance));
      if (!judged.to) continue;
      plan.follow(event, *judged.to);
      ++taken.at(static_cast<std::size_t>(event));
      ASSERT_TRUE(plan.lawful()) << "life " << life << ", " << name_of(event);
      ASSERT_NE(before, PlanState::closed) << "an end is an end";
      ASSERT_NE(before, PlanState::superseded);
      if (event == PlanEvent::end) {
        ASSERT_TRUE(by_chance.has(PlanNeed::lead_agency)) << "R-59";
        ASSERT_TRUE(by_chance.has(PlanNeed::evaluation)) << "R-60";
        ASSERT_FALSE(plan.unratified);
      }
    }
  }
  for (std::size_t at = 0; at < plan_event_count; ++at)
    EXPECT_GT(taken.at(at), 20) << name_of(static_cast<PlanEvent>(at)) << " was hardly walked";
}

}  // namespace
}  // namespace hub::domain
