#include "hub/domain/states.hpp"

#include <gtest/gtest.h>

namespace hub::domain {
namespace {

TEST(States, follow_only_along_the_table) {
  EXPECT_TRUE(may_follow(CaseState::active, CaseState::suspended));
  EXPECT_TRUE(may_follow(CaseState::suspended, CaseState::active));
  EXPECT_TRUE(may_follow(CaseState::active, CaseState::coordinating)) << "not ratified";
  EXPECT_FALSE(may_follow(CaseState::received, CaseState::active));
  EXPECT_FALSE(may_follow(CaseState::closed, CaseState::active));
  EXPECT_FALSE(may_follow(CaseState::active, CaseState::active));
}

TEST(States, let_a_held_referral_out_only_by_sending_or_cancelling) {
  for (const auto& step : steps_of(ReferralState::held)) {
    if (step.from != ReferralState::held) continue;
    EXPECT_TRUE(step.to == ReferralState::sent || step.to == ReferralState::cancelled);
  }
  EXPECT_TRUE(may_follow(ReferralState::sent, ReferralState::held));
  EXPECT_FALSE(may_follow(ReferralState::accepted, ReferralState::held));
}

TEST(States, end_in_completed_and_cancelled) {
  for (const auto& step : steps_of(ReferralState::draft)) {
    EXPECT_NE(step.from, ReferralState::completed);
    EXPECT_NE(step.from, ReferralState::cancelled);
  }
}

TEST(States, of_a_plan_follow_its_table_of_events) {
  EXPECT_TRUE(may_follow(PlanState::draft, PlanState::active)) << "what could not wait";
  EXPECT_TRUE(may_follow(PlanState::draft, PlanState::decided));
  EXPECT_TRUE(may_follow(PlanState::decided, PlanState::active));
  EXPECT_FALSE(may_follow(PlanState::draft, PlanState::closed));
  EXPECT_FALSE(may_follow(PlanState::closed, PlanState::active));
}

TEST(States, are_found_by_the_name_they_give) {
  for (const auto& step : steps_of(CaseState::received)) {
    EXPECT_EQ(case_state_from(name_of(step.to)), step.to);
  }
  EXPECT_EQ(referral_state_from("lead_named"), ReferralState::lead_named);
  EXPECT_EQ(plan_state_from("superseded"), PlanState::superseded);
  EXPECT_FALSE(case_state_from("supporting_field"));
}

}  // namespace
}  // namespace hub::domain
