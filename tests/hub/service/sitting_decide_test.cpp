// What a sitting decides and by whom: two at least who attended, each bound, on a ground that may
// decide it; and papers, which are for those who were there.
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::HasSubstr;

class SittingDecides : public ProcessFixture {
 protected:
  std::string why_not(const SittingDecision& wish, const std::string& by = "officer/sakutomo") {
    const auto done = decide_item(*context, wish, by);
    return done ? "" : done.error().text();
  }
};

TEST_F(SittingDecides, a_plan_only_in_the_meeting_that_may) {
  const auto plan = draft();
  const auto item = heard("shien-kaigi", "SHIEN-KAIGI");
  EXPECT_EQ(why_not({item, plan, "create"}, "officer/kakari"),
            "a plan is decided by a 重層的支援会議; a 支援会議 decides a line of support");
  EXPECT_THAT(why_not({item, {}, "share"}, "officer/kakari"), HasSubstr("/policy"));
  EXPECT_EQ(why_not({item, {}, "share", true, "訪問から始める"}, "officer/kakari"), "") << "R-122";
}

TEST_F(SittingDecides, together_with_at_least_two_who_attended) {
  const auto plan = draft();
  EXPECT_THAT(why_not({heard("juso-kaigi", "J-KAIGI", 1), plan, "create"}),
              HasSubstr("at least two attended"));
  EXPECT_EQ(why_not({heard(), plan, "create"}), "");
}

TEST_F(SittingDecides, the_same_thing_once) {
  const auto plan = draft();
  const auto item = heard();
  EXPECT_EQ(why_not({item, plan, "create"}), "");
  EXPECT_EQ(why_not({item, plan, "create", false}), "the item decided that before");
  EXPECT_EQ(why_not({item, plan, "suspend"}), "") << "another timing of the same plan";
}

TEST_F(SittingDecides, nothing_before_its_day_or_at_a_timing_that_is_not_the_bodys) {
  const auto plan = draft();
  const auto sitting = open("juso-kaigi");
  const auto item = this->item(sitting, about, "J-KAIGI");
  EXPECT_THAT(why_not({item, plan, "create"}), HasSubstr("to come"));
  auto changed = std::make_shared<Book>(*book);
  for (auto& body : changed->profile.forums)
    body.triggers = {"create"};
  context->exchange(changed);
  EXPECT_THAT(why_not({heard(), plan, "suspend"}), HasSubstr("does not decide at that timing"));
  EXPECT_THAT(why_not({heard(), plan, "never"}), HasSubstr("/timing"));
  EXPECT_THAT(why_not({heard(), {}, "create"}), HasSubstr("/plan: is missing"));
}

TEST_F(SittingDecides, that_the_normal_field_agency_suffices) {
  EXPECT_EQ(why_not({heard(), {}, "field"}), "");
  EXPECT_EQ(case_state(), "supporting-field") << "R-63: a success of its own";
}

TEST_F(SittingDecides, that_a_field_suffices_moves_no_case_whose_plan_goes_on) {
  started();
  ASSERT_TRUE(decide(heard(), {}, "field").has_value()) << "R-63";
  EXPECT_EQ(case_state(), "active");
}

TEST_F(SittingDecides, by_the_officers_who_keep_it) {
  EXPECT_EQ(decide_item(*context, {heard(), {}, "field"}, "officer/elsewhere").error().kind(),
            Kind::forbidden);
}

TEST_F(SittingDecides, who_attends_is_bound_and_it_is_said_once_on_the_day) {
  const auto sitting =
      made(open_sitting(*context, {.body = "juso-kaigi", .held_on = today()}, officer));
  const auto unbound = seat({.sitting = sitting, .party = "korei"});
  const auto said = [&](const store::SeatId& seat, bool attended) {
    const auto done = record_attendance(*context, seat, attended, officer);
    return done ? "" : done.error().text();
  };
  EXPECT_THAT(said(unbound, true), HasSubstr("bound to secrecy")) << "R-29";
  EXPECT_EQ(said(unbound, false), "");
  const auto bound = seat(sitting, "fukushi");
  EXPECT_EQ(said(bound, true), "");
  EXPECT_THAT(said(bound, false), HasSubstr("recorded before"));
  EXPECT_THAT(said(seat(open("juso-kaigi"), "fukushi"), true), HasSubstr("to come"));
}

TEST_F(SittingDecides, no_paper_is_readable_by_who_was_not_there) {
  const auto sitting = open("juso-kaigi");
  this->item(sitting, about, "J-KAIGI");
  const auto came = seat(sitting, "fukushi");
  const auto stayed_away = seat(sitting, "elim");
  const auto unsaid = seat(sitting, "korei");
  const auto reads = [&](const store::SeatId& seat) {
    return make_paper(*context, {seat}, officer).has_value();
  };
  EXPECT_TRUE(reads(came) && reads(stayed_away) && reads(unsaid)) << "before the day, to prepare";
  wait(10);
  ASSERT_TRUE(record_attendance(*context, came, true, officer).has_value());
  ASSERT_TRUE(record_attendance(*context, stayed_away, false, officer).has_value());
  EXPECT_TRUE(reads(came));
  EXPECT_FALSE(reads(stayed_away)) << "R-30";
  EXPECT_TRUE(reads(unsaid)) << "on the day itself";
  wait(1);
  EXPECT_TRUE(reads(came));
  EXPECT_FALSE(reads(unsaid)) << "nobody said that he was there";
}

TEST_F(SittingDecides, copies_are_numbered_and_come_back) {
  const auto sitting = open("juso-kaigi");
  const auto one = seat(sitting, "fukushi");
  EXPECT_EQ(made(hand_copy(*context, one, "架空 次郎", officer)), 1);
  EXPECT_EQ(made(hand_copy(*context, one, "架空 三郎", officer)), 2);
  EXPECT_TRUE(return_copy(*context, sitting, 1, officer).has_value());
  EXPECT_EQ(return_copy(*context, sitting, 1, officer).error().kind(), Kind::conflict);
  ASSERT_TRUE(leave_seat(*context, one, officer).has_value());
  EXPECT_EQ(hand_copy(*context, one, "架空 四郎", officer).error().kind(), Kind::conflict);
  look([&](store::Reader& reader) {
    const auto copies = store::copies_of(reader, store::find_sitting(reader, sitting)->row);
    EXPECT_EQ(copies.size(), 2U);
    EXPECT_TRUE(copies.at(0).returned_at);
    EXPECT_EQ(copies.at(1).reader, "架空 三郎");
    EXPECT_FALSE(copies.at(1).returned_at);
    return 0;
  });
}

}  // namespace
}  // namespace hub::service
