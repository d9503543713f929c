// What happens to a case goes out to the partner that follows it: each thing once, in order, thin,
// and only as long as the gate lets it have the case.
#include "tests/hub/service/follow_fixture.hpp"

#include <gmock/gmock.h>

#include "hub/service/entry.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/service/say_answer.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using domain::EventFamily;
using domain::PlanEvent;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Following : public FollowFixture {
 protected:
  std::size_t count(const std::string& type) {
    const auto all = types();
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), type));
  }
  std::vector<std::string> seen(const std::string& asker, std::int64_t after = 0,
                                std::size_t limit = 100) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      view_events(reader, *book, asker, clock.now(), after, limit,
                  [&](std::string_view line) { lines.emplace_back(line); });
      return 0;
    });
    return lines;
  }
};

TEST_F(Following, hears_each_step_of_a_plan_once_and_in_order) {
  const auto id = started();
  EXPECT_THAT(
      types(),
      ElementsAre("tsunagu.plan.drafted", "tsunagu.plan.role_given", "tsunagu.sitting.item_added",
                  "tsunagu.sitting.decided", "tsunagu.case.screening", "tsunagu.case.coordinating",
                  "tsunagu.case.planned", "tsunagu.plan.decided", "tsunagu.plan.support_granted",
                  "tsunagu.case.active", "tsunagu.plan.started"));
  EXPECT_EQ(ordered().front().subject, "plan/" + id.text());
}

TEST_F(Following, gets_ids_and_a_type_and_where_to_ask) {
  const auto id = draft();
  const auto told = deliver_all();
  ASSERT_THAT(told, SizeIs(1));
  const auto& body = told.front().second;
  const auto parsed = tsunagu::json::parse_untrusted(body);
  ASSERT_TRUE(parsed.ok());
  const auto data = parsed.root().find("data");
  EXPECT_EQ(parsed.root().find("type").text(), "tsunagu.plan.drafted");
  EXPECT_EQ(parsed.root().find("subject").text(), about.text());
  EXPECT_EQ(data.find("caseId").text(), about.text());
  EXPECT_EQ(data.find("planId").text(), id.text());
  EXPECT_EQ(data.find("url").text(), "/api/v1/plans/" + id.text());
  EXPECT_EQ(data.size(), 4U) << body;
  for (const auto* word : {"例", "外に出る", "家で", "officer", "sakutomo-takikan"})
    EXPECT_THAT(body, Not(HasSubstr(word)));
}

TEST_F(Following, wants_only_the_families_that_it_names) {
  subscribe("sakutomo", {EventFamily::case_});
  started();
  EXPECT_THAT(types(), ElementsAre("tsunagu.case.screening", "tsunagu.case.coordinating",
                                   "tsunagu.case.planned", "tsunagu.case.active"));
  subscribe("sakutomo", {});
  const auto before = types().size();
  draft();
  EXPECT_EQ(types().size(), before) << "no family: no event";
}

TEST_F(Following, is_for_whom_the_case_was_sent_to) {
  subscribe("elim", {std::begin(domain::event_families), std::end(domain::event_families)});
  started();
  EXPECT_THAT(types("elim"), IsEmpty()) << "it has a role, but nothing was referred to it";
  EXPECT_THAT(types("sakutomo"), Not(IsEmpty()));
}

TEST_F(Following, is_not_for_who_sent_the_matter_back) {
  ASSERT_TRUE(
      say_answer(*context, {referrals().front().id, "returned", "", "不要", "", ""}, "sakutomo"));
  const auto before = types().size();
  draft();
  EXPECT_EQ(types().size(), before);
}

TEST_F(Following, asks_the_gate_again_when_it_is_sent) {
  deliver_all();  // the notice arrived: a withdrawal leaves the referral as it is
  draft();
  deliver(kaigo, {consent("k", "m", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  ASSERT_EQ(referrals().front().status, "received");
  EXPECT_THAT(deliver_all(), IsEmpty());
  const auto order = ordered().front();
  EXPECT_EQ(store::name_of(order.fate), "withheld");
  EXPECT_EQ(order.reason, "no_consent");
}

TEST_F(Following, waits_for_a_register_that_is_old) {
  deliver_all();
  draft();
  clock.advance(std::chrono::days(5));
  EXPECT_THAT(deliver_all(), IsEmpty());
  EXPECT_EQ(ordered().front().fate, store::Fate::open);
  clock.advance(std::chrono::hours(2));
  bring_register();
  EXPECT_THAT(deliver_all(), IsEmpty()) << "not looked at again yet";
  clock.advance(std::chrono::hours(1));
  EXPECT_THAT(deliver_all(), Not(IsEmpty()));
}

TEST_F(Following, does_not_wait_for_a_register_for_ever) {
  deliver_all();
  draft();
  clock.advance(std::chrono::days(15));
  EXPECT_THAT(deliver_all(), IsEmpty());
  const auto order = ordered().front();
  EXPECT_EQ(store::name_of(order.fate), "withheld");
  EXPECT_EQ(order.reason, "unknown_fact");
}

TEST_F(Following, stops_where_the_gate_stops_it) {
  draft();
  deliver(kaigo, {consent("k", "m", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  EXPECT_THAT(deliver_all(), IsEmpty());
  const auto orders = ordered();
  ASSERT_THAT(orders, Not(IsEmpty()));
  for (const auto& order : orders)
    EXPECT_EQ(store::name_of(order.fate), "withheld") << order.kind;
  EXPECT_THAT(seen("partner/sakutomo"), Not(Contains(HasSubstr(about.text()))));
}

TEST_F(Following, hears_of_its_persons_matters_once_and_not_of_what_the_gate_was_asked) {
  const auto log = [&](audit::Decision decision) {
    commit([&](store::Transaction& tx) {
      auto entry = entry_of("officer/kakari", "match.joined", "match/1");
      entry.persons = {person_id(kaigo, "m")};
      entry.decision = decision;
      tx.audit(entry);
      return 0;
    });
  };
  log(audit::Decision::allow);
  log(audit::Decision::deny);
  EXPECT_THAT(types(), IsEmpty());
  log(audit::Decision::none);
  EXPECT_THAT(types(), ElementsAre("tsunagu.match.joined"));
}

TEST_F(Following, goes_out_once_after_a_crash_too) {
  draft();
  const auto first = claim_all();
  ASSERT_FALSE(first.empty());
  reopen();
  commit([](store::Transaction& tx) {
    store::give_back_leases(tx);
    return 0;
  });
  listen();
  std::vector<std::string> again;
  for (const auto& [type, body] : deliver_all())
    again.push_back(type);
  EXPECT_THAT(again, ElementsAre("tsunagu.plan.drafted"));
  EXPECT_THAT(deliver_all(), IsEmpty());
}

TEST_F(Following, is_undone_with_what_it_tells_of) {
  const auto id = draft();
  const auto before = types();
  EXPECT_NE(refused(id, PlanEvent::decide), "") << "no role, no meeting";
  EXPECT_EQ(types(), before);
}

TEST_F(Following, can_be_asked_for_from_where_one_stopped) {
  started();
  const auto all = seen("partner/sakutomo");
  ASSERT_THAT(all, SizeIs(12)) << "eleven, and where to go on";
  EXPECT_THAT(all.front(), AllOf(HasSubstr(R"("kind":"event")"), HasSubstr("plan.drafted"),
                                 HasSubstr(about.text())));
  EXPECT_THAT(all.back(), HasSubstr(R"("kind":"next")"));
  const auto after = ordered().at(9).row.value;
  EXPECT_THAT(seen("partner/sakutomo", after),
              ElementsAre(HasSubstr("tsunagu.plan.started"), HasSubstr("next")));
  EXPECT_THAT(seen("partner/sakutomo", ordered().back().row.value), IsEmpty());
  EXPECT_THAT(seen("partner/elim"), IsEmpty());
  EXPECT_THAT(seen("officer/sakutomo"), IsEmpty());
}

TEST(FollowedEvents, tell_of_every_step_that_a_plan_and_a_case_can_take) {
  for (std::size_t at = 0; at < domain::plan_event_count; ++at) {
    const auto name = std::string(domain::name_of(static_cast<PlanEvent>(at)));
    EXPECT_NE(domain::event_of_action("plan." + name), nullptr) << name;
  }
  using domain::CaseState;
  for (auto at = CaseState::screening; at <= CaseState::reopened;
       at = static_cast<CaseState>(static_cast<int>(at) + 1)) {
    const auto name = std::string(domain::name_of(at));
    EXPECT_NE(domain::event_of_action("case." + name), nullptr) << name;
  }
}

TEST(FollowedEvents, have_each_one_type_and_name_it_as_the_others_are) {
  std::set<std::string_view> actions, types;
  for (const auto& event : domain::followed_events()) {
    EXPECT_TRUE(actions.insert(event.action).second) << event.action;
    EXPECT_TRUE(types.insert(event.type).second) << event.type;
    EXPECT_EQ(domain::event_of_type(event.type), &event);
    EXPECT_TRUE(event.type.starts_with("tsunagu." + std::string(name_of(event.family)) + "."));
    EXPECT_FALSE(event.subject.empty() || event.ja.empty() || event.en.empty());
  }
}

}  // namespace
}  // namespace hub::service
