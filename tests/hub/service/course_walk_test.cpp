// Walks at random over the course of referrals and cases: coordinators answer whatever they like,
// officers send and take up, persons agree and take back. No step is one that the table forbids,
// each state is what its events make of it, and the log tells the same course (R-23).
#include <random>

#include "hub/domain/states.hpp"
#include "hub/service/take_case_up.hpp"
#include "hub/store/case_events.hpp"
#include "hub/store/cases.hpp"
#include "tests/hub/service/answering_fixture.hpp"

namespace hub::service {
namespace {

using domain::CaseState;
using domain::ReferralState;

class CourseWalk : public Answering {
 protected:
  void SetUp() override {
    auto changed = std::make_shared<Book>(*book);
    auto& one = changed->settings.officers.emplace_back();
    one.user = "sakutomo";
    one.desk.code = "sakutomo-takikan";
    book = changed;
    context->exchange(book);
    refer_hanako();
  }

  std::size_t any(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(dice);
  }

  /// One of what somebody may try; most tries are refused, and that is the point.
  void try_something(int at) {
    static constexpr const char* types[] = {"received", "accepted", "returned", "lead_named",
                                            "closed"};
    const auto all = referrals();
    const auto& one = all[any(all.size())];
    switch (any(8)) {
      case 0:
        send_again(*context, one.id, "", "staff/1");
        return carry();
      case 1:
        consent_key = "k" + std::to_string(at);
        return say(R"("status":"given","scopeForm":"J1","givenAt":")");
      case 2:
        return any(3) > 0 ? void() : say(R"("status":"withdrawn","withdrawnAt":")");
      case 3:
        if (all.size() < 4) deliver_one(referral("r" + std::to_string(at), "a1"));
        return;
      case 4:
        take_case_up(*context, case_id(), "state_changed", "officer/sakutomo");
        return;
      default:
        return reply(one, types[any(5)], at);
    }
  }
  /// On a day of its own, so that the later word counts.
  void say(const std::string& word) {
    clock.advance(std::chrono::days(1));
    deliver_one(
        record("consent", consent_key, about("a1", word + base::jst_date(clock.now()) + '"')));
  }
  void deliver_one(const std::string& record) {
    clock.advance(std::chrono::hours(1));
    deliver_register("");
    deliver(kaigo, {record});
    carry();
  }
  void reply(const store::StoredReferral& to, const std::string& type, int at) {
    const auto id = "w" + std::to_string(at);
    const std::string lead = type == "lead_named" ? R"(,"lead":{"agency":"エリム"})"
                             : type == "returned" ? R"(,"reason":"まず窓口で")"
                                                  : "";
    hook("sakutomo", id,
         R"({"specversion":"1.0","id":")" + id + R"(","source":"urn:p","type":"tsunagu.referral.)" +
             type + R"(","data":{"referralId":")" + to.id.text() +
             R"(","at":"2026-04-11T10:00:00+09:00","agency":"SAKUTOMO")" + lead + "}}");
  }
  base::CaseId case_id() {
    return look([](store::Reader& reader) {
      return store::read_case(reader, store::list_cases(reader, 1).at(0))->id;
    });
  }

  /// What is wrong with the events of one course; `states`: how the words read.
  template <class State, class Read>
  static std::string broken(const std::vector<std::pair<std::string, std::string>>& events,
                            const std::string& now, Read read) {
    std::string at;
    for (const auto& [from, to] : events) {
      if (from != at) return "does not follow " + at + ": " + from;
      const auto before = read(from);
      const auto after = read(to);
      if (!after) return "is no state: " + to;
      if (before && !domain::may_follow<State>(*before, *after)) return from + " to " + to;
      at = to;
    }
    return at == now ? "" : "is " + now + " and not " + at;
  }
  std::vector<std::string> wrong() {
    return look([&](store::Reader& reader) {
      std::vector<std::string> all;
      for (const auto row : store::list_cases(reader, 10)) {
        std::vector<std::pair<std::string, std::string>> events;
        for (const auto& one : store::events_of(reader, row))
          events.emplace_back(one.from, one.to);
        all.push_back(broken<CaseState>(events, store::read_case(reader, row)->status,
                                        domain::case_state_from));
      }
      for (const auto row : store::list_referrals(reader, "", 100)) {
        std::vector<std::pair<std::string, std::string>> events;
        for (const auto& one : store::events_of(reader, row))
          events.emplace_back(one.from_status, one.to_status);
        all.push_back(broken<ReferralState>(events, store::read_referral(reader, row)->status,
                                            domain::referral_state_from));
      }
      all.erase(std::remove(all.begin(), all.end(), ""), all.end());
      return all;
    });
  }
  /// The course of the case as the log alone tells it.
  std::vector<std::string> logged_course() {
    return look([&](store::Reader& reader) {
      std::vector<std::string> states;
      for (const auto& row : store::list_entries(reader, 0, 100'000)) {
        const auto& action = row.entry.action;
        if (!action.starts_with("case.")) continue;
        if (domain::case_state_from(action.substr(5))) states.push_back(action.substr(5));
      }
      return states;
    });
  }
  std::vector<std::string> stored_course() {
    return look([&](store::Reader& reader) {
      std::vector<std::string> states;
      for (const auto& one : store::events_of(reader, store::list_cases(reader, 1).at(0)))
        if (!one.from.empty()) states.push_back(one.to);
      return states;
    });
  }

  std::mt19937 dice{106};
  std::string consent_key = "k1";
};

TEST_F(CourseWalk, takes_no_step_that_the_table_forbids_and_the_log_tells_it_again) {
  std::set<std::string> been;
  for (int at = 0; at < 220; ++at) {
    try_something(at + 10);
    ASSERT_EQ(wrong(), std::vector<std::string>()) << "step " << at;
    for (const auto& one : referrals())
      been.insert(one.status);
  }
  EXPECT_EQ(logged_course(), stored_course());
  const auto course = stored_course();
  for (const auto* state : {"coordinating", "closed"})
    EXPECT_NE(std::find(course.begin(), course.end(), state), course.end())
        << state << " was never reached";
  for (const auto* state : {"received", "accepted", "completed", "held"})
    EXPECT_EQ(been.count(state), 1U) << state << " was never reached";
}

TEST_F(CourseWalk, control_a_step_that_the_table_forbids_is_seen) {
  commit([&](store::Transaction& tx) {
    const auto row = store::list_cases(tx, 1).at(0);
    return store::set_case_status(tx, row, store::read_case(tx, row)->status, "active");
  });
  ASSERT_EQ(wrong().size(), 1U);
  EXPECT_EQ(wrong().front(), "received to active");
  EXPECT_NE(logged_course(), stored_course()) << "nobody logged it";
}

}  // namespace
}  // namespace hub::service
