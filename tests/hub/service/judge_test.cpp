#include "hub/service/judge.hpp"

#include <gtest/gtest.h>

namespace hub::service {
namespace {

FeedPlan plan(FeedMode mode) {
  FeedPlan made;
  made.mode = mode;
  made.brake = {
      .gone_percent = 20, .changed_percent = 50, .rejected_percent = 10, .least_records = 50};
  return made;
}

store::ArrivalCounts counts(std::int64_t added, std::int64_t changed, std::int64_t unchanged) {
  store::ArrivalCounts made;
  made.records = added + changed + unchanged;
  made.added = added;
  made.changed = changed;
  made.unchanged = unchanged;
  return made;
}

TEST(Judge, lets_an_older_delivery_wait_for_a_person) {
  const Before before{0, "2026-05-02"};
  EXPECT_EQ(judge(plan(FeedMode::delta), before, counts(1, 0, 0), "2026-05-01"), Judgement::older);
  EXPECT_EQ(judge(plan(FeedMode::delta), before, counts(1, 0, 0), "2026-05-02"), Judgement::apply);
  EXPECT_EQ(judge(plan(FeedMode::delta), before, counts(1, 0, 0), "2026-05-03"), Judgement::apply);
}

TEST(Judge, does_not_order_a_delivery_that_says_nothing_of_its_order) {
  EXPECT_EQ(judge(plan(FeedMode::delta), {0, "2026-05-02"}, counts(1, 0, 0), ""), Judgement::apply);
}

TEST(Judge, brakes_a_whole_delivery_that_leaves_out_more_than_its_share) {
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, counts(0, 0, 80), ""), Judgement::apply);
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, counts(0, 0, 79), ""), Judgement::too_many_gone);
}

TEST(Judge, takes_nothing_as_gone_that_may_be_among_the_rejected_rows) {
  auto some = counts(0, 0, 70);
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, some, ""), Judgement::too_many_gone);
  some.rejects = 1;
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, some, ""), Judgement::apply);
}

TEST(Judge, brakes_a_whole_delivery_without_a_row_however_small_the_source_is) {
  EXPECT_EQ(judge(plan(FeedMode::full), {1, ""}, counts(0, 0, 0), ""), Judgement::too_many_gone);
  EXPECT_EQ(judge(plan(FeedMode::full), {0, ""}, counts(0, 0, 0), ""), Judgement::apply);
  EXPECT_EQ(judge(plan(FeedMode::delta), {1, ""}, counts(0, 0, 0), ""), Judgement::apply);
}

TEST(Judge, counts_only_removals_as_gone_in_a_delivery_of_changes) {
  store::ArrivalCounts some = counts(0, 1, 0);
  some.removed = 20;
  EXPECT_EQ(judge(plan(FeedMode::delta), {100, ""}, some, ""), Judgement::apply);
  some.removed = 21;
  EXPECT_EQ(judge(plan(FeedMode::delta), {100, ""}, some, ""), Judgement::too_many_gone);
}

TEST(Judge, brakes_a_delivery_that_changes_more_than_its_share) {
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, counts(0, 50, 50), ""), Judgement::apply);
  EXPECT_EQ(judge(plan(FeedMode::full), {100, ""}, counts(0, 51, 49), ""),
            Judgement::too_many_changed);
}

TEST(Judge, brakes_a_first_delivery_whose_rows_are_refused_too_often) {
  store::ArrivalCounts some = counts(90, 0, 0);
  some.rejects = 10;
  EXPECT_EQ(judge(plan(FeedMode::full), {0, ""}, some, ""), Judgement::apply);
  some = counts(89, 0, 0);
  some.rejects = 11;
  EXPECT_EQ(judge(plan(FeedMode::full), {0, ""}, some, ""), Judgement::too_many_rejected);
}

TEST(Judge, does_not_brake_a_small_source) {
  EXPECT_EQ(judge(plan(FeedMode::full), {49, ""}, counts(0, 0, 1), ""), Judgement::apply);
  EXPECT_EQ(judge(plan(FeedMode::full), {50, ""}, counts(0, 0, 1), ""), Judgement::too_many_gone);
}

}  // namespace
}  // namespace hub::service
