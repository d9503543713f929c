// Random days of a municipality's life: officers try whatever comes to mind with plans, meetings
// and outreach of several cases, and after each day what must always hold does (R-30, R-57, R-59,
// A few days in each run; TSUNAGU_RANDOM_DAYS=1000 and TSUNAGU_RANDOM_SEED for more.
#include <cstdlib>
#include <random>

#include "hub/service/sitting_paper.hpp"
#include "hub/store/attendance.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using domain::PlanEvent;
using domain::PlanState;
using testing::IsEmpty;

constexpr int tries_a_day = 12;

unsigned number_from(const char* name, unsigned otherwise) {
  const char* typed = std::getenv(name);
  return typed == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(typed, nullptr, 10));
}

class RandomDays : public ProcessFixture {
 protected:
  void SetUp() override {
    ProcessFixture::SetUp();
    deliver(kaigo, {person({.key = "n",
                            .number = "2",
                            .name = "架空 次郎",
                            .kana = "カクウ ジロウ",
                            .birthday = "1955-03-03",
                            .sex = "1",
                            .address = "栃木県さくら市喜連川4420番地1"},
                           "atena:kaigo"),
                    consent("kn", "n"), referral("rn", "n")});
    cases = {about, case_of(kaigo, "n")};
    let_start_early();
  }

  std::size_t any(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(dice);
  }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[any(all.size())];
  }

  static PlanText all_said() {
    auto text = ending();
    text.reason = "様子が変わった";
    text.goals = "週に一度外に出る";
    return text;
  }

  /// Mostly one at which such a plan is heard.
  std::string timing_for(PlanState state) {
    if (any(4) > 0 && state == PlanState::draft) return "create";
    return one_of<std::string>({"create", "change", "suspend", "close"});
  }

  /// A meeting that decides something on a plan; one seat is absent, of one nothing is said.
  void meet(const store::PlanId& plan) {
    const auto sitting =
        made(open_sitting(*context, {.body = "juso-kaigi", .held_on = today()}, officer));
    const auto item = this->item(sitting, about, "J-KAIGI");
    for (const auto* party : {"fukushi", "elim"})
      EXPECT_TRUE(record_attendance(*context, seat(sitting, party), true, officer).has_value());
    const auto away = seat(sitting, "korei");
    EXPECT_TRUE(record_attendance(*context, away, false, officer).has_value());
    stayed_away.push_back(away);
    unsaid.push_back(seat(sitting, "kenko-zoshin"));
    if (decide(item, plan, timing_for(stored(plan).state), any(5) > 0)) ++decided;
  }

  void try_something() {
    about = one_of(cases);
    const auto mine = plans();
    const auto kind = static_cast<domain::PlanKind>(any(3));
    if (mine.empty() || any(20) == 0) {
      draft_plan(*context, {about, kind, {whole_text(), "P1M"}}, officer);
      take_case_up(*context, about, "state_changed", officer);
      return;
    }
    const auto plan = any(3) > 0 ? mine.front() : one_of(mine);
    switch (any(8)) {
      case 0:
        role(plan, "elim", any(2) == 0);
        return;
      case 1:
        hand_back(*context, plan, stored(plan).revision, "見守り", officer);
        return;
      case 2:
        grant(plan);
        return;
      case 3:
        monitor(*context, {plan, stored(plan).revision, {}, "continue", {}, ""}, officer);
        return;
      case 4:
      case 5:
        return meet(plan);
      default:
        for (const auto& row : domain::plan_table()) {
          if (row.from != stored(plan).state || any(3) == 0) continue;
          if (step(plan, row.event, all_said())) taken.insert(row.event);
        }
    }
  }
  std::vector<store::PlanId> plans() {
    return look([&](store::Reader& reader) {
      std::vector<store::PlanId> all;
      for (const auto& plan : store::plans_of(reader, store::find_case(reader, about)->row))
        all.push_back(plan.id);
      return all;
    });
  }

  static PlanState replayed(store::Reader& reader, store::PlanRow row) {
    std::optional<PlanState> at;
    for (const auto& event : store::events_of(reader, row)) {
      for (const auto& one : domain::plan_table()) {
        if (one.from == at && one.event == event.event) {
          at = one.to;
          break;
        }
      }
    }
    return at.value_or(PlanState::superseded);
  }
  /// What does not hold of one plan.
  static std::string wrong_with(store::Reader& reader, const store::StoredPlan& plan,
                                const std::string& of_case) {
    const bool goes = plan.state == PlanState::active || plan.state == PlanState::suspended;
    const bool waits = store::waits_for_ratification(reader, plan.row);
    if (goes && !waits && !store::support_decision_of(reader, plan.row))
      return "goes on without a decision or an open ratification";
    if (plan.state == PlanState::closed && !store::has_lead(reader, plan.row))
      return "closed without a lead agency";
    if (plan.state == PlanState::active && of_case != "active")
      return "is active in a case that is " + of_case;
    if (replayed(reader, plan.row) != plan.state) return "is not what its events make of it";
    return {};
  }
  std::vector<std::string> broken() {
    return look([&](store::Reader& reader) {
      std::vector<std::string> all;
      for (const auto& id : cases) {
        const auto found = store::find_case(reader, id);
        for (const auto& plan : store::plans_of(reader, found->row)) {
          const auto wrong = wrong_with(reader, plan, found->status);
          if (!wrong.empty()) all.push_back("plan/" + plan.id.text() + " " + wrong);
        }
      }
      return all;
    });
  }
  /// Seats whose paper can be read though nobody says that they were there.
  std::size_t papers_of_absent() {
    std::size_t read = 0;
    for (const auto& seat : stayed_away)
      read += make_paper(*context, {seat}, officer).has_value() ? 1 : 0;
    for (const auto& seat : unsaid)
      read += make_paper(*context, {seat}, officer).has_value() ? 1 : 0;
    return read;
  }

  std::mt19937 dice;
  std::vector<base::CaseId> cases;
  std::vector<store::SeatId> stayed_away, unsaid;
  std::set<PlanEvent> taken;
  int decided = 0;
};

TEST_F(RandomDays, break_nothing_that_must_hold) {
  const auto days = number_from("TSUNAGU_RANDOM_DAYS", 40);
  const auto seed = number_from("TSUNAGU_RANDOM_SEED", 106);
  dice.seed(seed);
  for (unsigned day = 1; day <= days; ++day) {
    for (int i = 0; i < tries_a_day; ++i)
      try_something();
    wait(1);
    ASSERT_THAT(broken(), IsEmpty()) << "seed " << seed << ", day " << day;
    ASSERT_EQ(papers_of_absent(), 0U) << "seed " << seed << ", day " << day;
    stayed_away.clear();
    unsaid.clear();
  }
  EXPECT_GT(decided, 0) << "else the days held nothing";
  for (const auto event : {PlanEvent::decide, PlanEvent::start, PlanEvent::start_urgent})
    EXPECT_TRUE(taken.count(event) > 0) << domain::name_of(event);
}

TEST_F(RandomDays, control_a_plan_that_ends_without_lead_is_seen) {
  const auto id = started();
  EXPECT_THAT(broken(), IsEmpty());
  commit([&](store::Transaction& tx) {
    const auto plan = stored(id);
    return store::step_plan(tx, plan.row, plan.revision,
                            {.event = PlanEvent::end,
                             .from = PlanState::active,
                             .to = PlanState::closed,
                             .actor = "test",
                             .body = {}});
  });
  ASSERT_EQ(broken().size(), 1U);
  EXPECT_THAT(broken().front(), testing::HasSubstr("without a lead agency"));
}

TEST_F(RandomDays, control_a_plan_that_goes_on_undecided_is_seen) {
  const auto id = draft();
  commit([&](store::Transaction& tx) {
    const auto plan = stored(id);
    return store::step_plan(tx, plan.row, plan.revision,
                            {.event = PlanEvent::start,
                             .from = PlanState::draft,
                             .to = PlanState::active,
                             .actor = "test",
                             .body = {}});
  });
  ASSERT_EQ(broken().size(), 1U);
  EXPECT_THAT(broken().front(), testing::HasSubstr("without a decision"));
}

}  // namespace
}  // namespace hub::service
