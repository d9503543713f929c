// A plan from its draft to its end, and each thing without which a step is refused by name
//
#include <future>

#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::PlanEvent;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Plans : public ProcessFixture {
 protected:
  std::vector<std::string> events(const store::PlanId& id) {
    return look([&](store::Reader& reader) {
      std::vector<std::string> all;
      for (const auto& event : store::events_of(reader, store::find_plan(reader, id)->row))
        all.emplace_back(domain::name_of(event.event));
      return all;
    });
  }
  std::size_t unratified() {
    return look([](store::Reader& reader) { return store::unratified_plans(reader).size(); });
  }
};

//
TEST_F(Plans, go_from_draft_to_end_and_the_case_with_them) {
  const auto id = draft();
  EXPECT_EQ(state(id), "draft");
  ASSERT_TRUE(role(id, "elim").has_value());
  agree(id, "create");
  EXPECT_EQ(refused(id, PlanEvent::decide), "");
  EXPECT_EQ(case_state(), "planned");
  ASSERT_TRUE(grant(id).has_value());
  EXPECT_EQ(refused(id, PlanEvent::start), "");
  EXPECT_EQ(case_state(), "active");
  EXPECT_EQ(stored(id).due, "2026-07-10") << "P3M after the start";
  agree(id, "change");
  EXPECT_EQ(refused(id, PlanEvent::change, because()), "");
  agree(id, "suspend");
  EXPECT_EQ(refused(id, PlanEvent::interrupt, because()), "");
  EXPECT_EQ(case_state(), "suspended");
  agree(id, "change");
  EXPECT_EQ(refused(id, PlanEvent::resume, because()), "");
  ASSERT_TRUE(role(id, "elim", true).has_value());
  agree(id, "close");
  EXPECT_EQ(refused(id, PlanEvent::end, ending()), "");
  EXPECT_EQ(state(id), "closed");
  EXPECT_EQ(case_state(), "closed");
  EXPECT_THAT(events(id),
              ElementsAre("create", "decide", "start", "change", "interrupt", "resume", "end"));
}

TEST_F(Plans, are_decided_by_the_meeting_and_nothing_else) {
  PlanText no_goals;
  no_goals.wish = "家で暮らしたい";
  const auto id = made(draft_plan(*context, {about, domain::PlanKind::sanka, {no_goals}}, officer));
  EXPECT_THAT(refused(id, PlanEvent::decide), HasSubstr("names no goal"));
  const auto rewrite = [&](const PlanDraft& said) {
    return take_plan_step(*context, {id, stored(id).revision, PlanEvent::rewrite, said}, officer);
  };
  ASSERT_TRUE(rewrite({whole_text()}).has_value());
  EXPECT_THAT(refused(id, PlanEvent::decide), HasSubstr("no agency has a role"));
  ASSERT_TRUE(role(id, "elim").has_value());
  EXPECT_THAT(refused(id, PlanEvent::decide), HasSubstr("when it is monitored"));
  ASSERT_TRUE(rewrite({whole_text(), "P1M"}).has_value());
  EXPECT_EQ(refused(id, PlanEvent::decide),
            "making a plan needs the agreement of a 重層的支援会議");
  agree(id, "create", false);
  EXPECT_THAT(refused(id, PlanEvent::decide), HasSubstr("agreement")) << "it was turned down";
  agree(id, "create");
  EXPECT_EQ(refused(id, PlanEvent::decide), "");
}

//
TEST_F(Plans, start_with_a_support_decision_of_the_city) {
  const auto id = draft();
  EXPECT_EQ(grant(id).error().kind(), Kind::conflict) << "nobody agreed yet";
  ASSERT_TRUE(role(id, "elim").has_value());
  agree(id, "create");
  ASSERT_EQ(refused(id, PlanEvent::decide), "");
  EXPECT_THAT(refused(id, PlanEvent::start), HasSubstr("支援決定"));
  EXPECT_EQ(grant(id, "officer/sakutomo").error().kind(), Kind::forbidden) << "a contractor";
  ASSERT_TRUE(grant(id).has_value());
  EXPECT_EQ(grant(id).error().kind(), Kind::conflict) << "once";
  EXPECT_EQ(refused(id, PlanEvent::start), "");
}

//
TEST_F(Plans, end_with_a_lead_agency_an_evaluation_and_a_word_on_follow_up) {
  const auto id = started();
  EXPECT_THAT(refused(id, PlanEvent::end), HasSubstr("主担当")) << "R-59";
  ASSERT_TRUE(role(id, "nikon", true).has_value());
  EXPECT_THAT(refused(id, PlanEvent::end), HasSubstr("evaluation"));
  PlanText text = ending();
  text.follow_up.clear();
  EXPECT_THAT(refused(id, PlanEvent::end, text), HasSubstr("followed up"));
  EXPECT_THAT(refused(id, PlanEvent::end, ending()), HasSubstr("needs the agreement"));
  agree(id, "close");
  EXPECT_EQ(refused(id, PlanEvent::end, ending()), "");
  EXPECT_EQ(role(id, "elim", true).error().kind(), Kind::conflict) << "an end is an end";
}

//
TEST_F(Plans, that_could_not_wait_stay_open_until_the_meeting_ratified) {
  const auto id = draft(domain::PlanKind::outreach);
  EXPECT_THAT(refused(id, PlanEvent::start_urgent, because()), HasSubstr("does not allow"));
  let_start_early();
  EXPECT_THAT(refused(id, PlanEvent::start_urgent), HasSubstr("--reason"));
  EXPECT_EQ(refused(id, PlanEvent::start_urgent, because()), "");
  EXPECT_EQ(state(id), "active");
  EXPECT_EQ(unratified(), 1U);
  agree(id, "suspend");
  EXPECT_THAT(refused(id, PlanEvent::interrupt, because()), HasSubstr("not ratified yet"));
  ASSERT_TRUE(role(id, "elim").has_value());
  ASSERT_TRUE(grant(id).has_value());
  EXPECT_THAT(refused(id, PlanEvent::ratify), HasSubstr("needs the agreement"));
  agree(id, "create");
  EXPECT_EQ(refused(id, PlanEvent::ratify), "");
  EXPECT_EQ(unratified(), 0U);
  EXPECT_EQ(refused(id, PlanEvent::interrupt, because()), "");
}

TEST_F(Plans, that_the_meeting_does_not_ratify_are_drafts_again) {
  let_start_early();
  const auto id = draft(domain::PlanKind::outreach);
  ASSERT_EQ(refused(id, PlanEvent::start_urgent, because()), "");
  EXPECT_EQ(case_state(), "active");
  EXPECT_THAT(refused(id, PlanEvent::reject), HasSubstr("turn it down"));
  agree(id, "create", false);
  EXPECT_EQ(refused(id, PlanEvent::reject), "");
  EXPECT_EQ(state(id), "draft");
  EXPECT_EQ(case_state(), "coordinating") << "nothing is under way any more";
  EXPECT_EQ(unratified(), 0U);
}

TEST_F(Plans, that_are_not_ratified_leave_the_case_active_where_another_goes_on) {
  started();
  let_start_early();
  const auto id = draft(domain::PlanKind::outreach);
  ASSERT_EQ(refused(id, PlanEvent::start_urgent, because()), "");
  agree(id, "create", false);
  ASSERT_EQ(refused(id, PlanEvent::reject), "");
  EXPECT_EQ(case_state(), "active");
}

TEST_F(Plans, of_two_officers_who_change_one_the_second_is_refused_and_nothing_is_lost) {
  const auto id = draft();
  const auto seen = stored(id).revision;
  const auto rewrite = [&](const std::string& goals) {
    PlanText text;
    text.goals = goals;
    return take_plan_step(*context, {id, seen, PlanEvent::rewrite, {text}}, officer);
  };
  ASSERT_TRUE(rewrite("一人目の目標").has_value());
  const auto second = rewrite("二人目の目標");
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().kind(), Kind::conflict);
  EXPECT_THAT(second.error().text(), HasSubstr("revision 2"));
  EXPECT_THAT(events(id), ElementsAre("create", "rewrite"));
  EXPECT_EQ(give_role(*context, {id, seen, "elim"}, officer).error().kind(), Kind::conflict);
  EXPECT_EQ(grant_support(*context, {id, seen, {}, "1"}, "officer/kakari").error().kind(),
            Kind::conflict);
}

TEST_F(Plans, an_agreement_is_to_the_contents_that_were_heard) {
  const auto id = draft();
  ASSERT_TRUE(role(id, "elim").has_value());
  agree(id, "create");
  ASSERT_EQ(refused(id, PlanEvent::rewrite, whole_text()), "");
  EXPECT_THAT(refused(id, PlanEvent::decide), HasSubstr("agreement")) << "written anew since";
}

TEST_F(Plans, an_agreement_serves_one_step) {
  const auto id = started();
  agree(id, "suspend");
  ASSERT_EQ(refused(id, PlanEvent::interrupt, because()), "");
  agree(id, "change");
  ASSERT_EQ(refused(id, PlanEvent::resume, because()), "");
  EXPECT_THAT(refused(id, PlanEvent::interrupt, because()), HasSubstr("agreement"));
}

TEST_F(Plans, give_way_to_another_of_their_kind) {
  const auto old = started();
  const auto fresh = draft();
  const auto supersede = [&] {
    return take_plan_step(*context, {old, stored(old).revision, PlanEvent::supersede, {}, fresh},
                          officer);
  };
  EXPECT_THAT(supersede().error().text(), HasSubstr("takes its place")) << "a draft does not";
  ASSERT_TRUE(role(fresh, "elim").has_value());
  agree(fresh, "create");
  ASSERT_EQ(refused(fresh, PlanEvent::decide), "");
  EXPECT_TRUE(supersede().has_value());
  EXPECT_EQ(state(old), "superseded");
}

//
TEST_F(Plans, are_for_who_works_on_the_case) {
  const auto id = draft();
  officer = "officer/elsewhere";
  EXPECT_EQ(step(id, PlanEvent::rewrite, whole_text()).error().kind(), Kind::forbidden);
  EXPECT_EQ(draft_plan(*context, {about, {}, {}}, officer).error().kind(), Kind::forbidden);
  EXPECT_EQ(draft_plan(*context, {about, {}, {}}, "operator/x").error().kind(), Kind::forbidden);
  officer = "officer/sakutomo";
  ASSERT_TRUE(role(id, "nikon").has_value());
  officer = "officer/elsewhere";
  EXPECT_TRUE(step(id, PlanEvent::rewrite, whole_text()).has_value()) << "with a role it may";
}

TEST_F(Plans, handed_back_are_led_by_the_desk_that_referred) {
  const auto id = started();
  const auto desk = referrals().at(0).from_desk;
  commit([&](store::Transaction& tx) {
    const auto referral = store::read_referral(tx, store::list_referrals(tx, "", 1).at(0));
    return store::set_referral_status(tx, referral->row, referral->status, "accepted", "test", "");
  });
  const auto lead = hand_back(*context, id, stored(id).revision, "見守り", officer);
  ASSERT_TRUE(lead.has_value()) << lead.error().text();
  look([&](store::Reader& reader) {
    const auto found = store::find_role(reader, *lead);
    EXPECT_EQ(found->agency, desk) << "R-19";
    EXPECT_TRUE(found->lead && found->back);
    return 0;
  });
  EXPECT_EQ(referrals().at(0).status, "lead_named") << "counted as an outcome of the referral";
  EXPECT_EQ(audited("plan.handed_back").size(), 1U);
  agree(id, "close");
  EXPECT_EQ(refused(id, PlanEvent::end, ending()), "");
}

TEST_F(Plans, of_a_closed_case_rest_until_it_is_taken_up_and_a_new_one_follows) {
  const auto old = started();
  ASSERT_TRUE(role(old, "elim", true).has_value());
  agree(old, "close");
  EXPECT_EQ(take_case_up(*context, about, "roles", officer).error().kind(), Kind::conflict);
  ASSERT_EQ(refused(old, PlanEvent::end, ending()), "");
  EXPECT_EQ(draft_plan(*context, {about, {}, {}}, officer).error().text(),
            "the case is closed; see `plan reopen-case`");
  EXPECT_EQ(take_case_up(*context, about, "x", officer).error().kind(), Kind::invalid);
  ASSERT_TRUE(take_case_up(*context, about, "state_changed", officer).has_value()) << "R-61";
  EXPECT_EQ(case_state(), "screening");
  const auto fresh = draft();
  EXPECT_EQ(stored(fresh).of.follows, stored(old).row);
  EXPECT_THAT(refused(old, PlanEvent::resume, because()), HasSubstr("closed"));
}

TEST_F(Plans, follow_a_case_that_of_two_officers_at_once_one_takes_up) {
  const auto old = started();
  ASSERT_TRUE(role(old, "elim", true).has_value());
  agree(old, "close");
  ASSERT_EQ(refused(old, PlanEvent::end, ending()), "");
  const auto take_up = [this](const char* by) {
    return std::async(std::launch::async,
                      [=, this] { return take_case_up(*context, about, "state_changed", by); });
  };
  auto first = take_up("officer/sakutomo");
  auto second = take_up("officer/kakari");
  const auto one = first.get();
  const auto other = second.get();
  ASSERT_NE(one.has_value(), other.has_value()) << "one is told that it is open";
  EXPECT_EQ((one ? other : one).error().kind(), Kind::conflict);
  EXPECT_EQ(audited("case.taken_up").size(), 1u);
  EXPECT_EQ(case_state(), "screening");
}

TEST_F(Plans, keep_their_case_open_when_a_referral_ends) {
  started();
  commit([&](store::Transaction& tx) {
    const auto referral = store::read_referral(tx, store::list_referrals(tx, "", 1).at(0));
    lead_case(tx, *referral, domain::ReferralState::completed, "test");
    return 0;
  });
  EXPECT_EQ(case_state(), "active");
}

TEST_F(Plans, are_replayed_from_the_log) {
  const auto id = started();
  agree(id, "suspend");
  ASSERT_EQ(refused(id, PlanEvent::interrupt, because()), "");
  std::optional<domain::PlanState> replayed;
  const auto about_it = "plan/" + id.text();
  look([&](store::Reader& reader) {
    for (const auto& row : store::list_entries(reader, 0, 100'000)) {
      const auto& entry = row.entry;
      if (!entry.action.starts_with("plan.") || entry.objects.front() != about_it) continue;
      const auto event = domain::plan_event_from(entry.action.substr(5));
      if (!event) continue;
      for (const auto& one : domain::plan_table()) {
        if (one.from != replayed || one.event != *event) continue;
        replayed = one.to;
        break;
      }
    }
    return 0;
  });
  EXPECT_EQ(replayed, stored(id).state);
  EXPECT_THAT(audited("plan.interrupt").at(0).persons, SizeIs(1));
}

}  // namespace
}  // namespace hub::service
