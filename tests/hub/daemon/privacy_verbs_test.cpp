#include <gmock/gmock.h>

#include "hub/daemon/admin_verbs.hpp"
#include "hub/store/audit_log.hpp"
#include "tests/hub/service/household_fixture.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Collected final : public http::ReplySink {
 public:
  [[nodiscard]] const std::string& asker() const override { return who_; }
  bool line(std::string_view json) override {
    lines.emplace_back(json);
    return true;
  }
  std::vector<std::string> lines;

 private:
  std::string who_ = "operator/hanako";
};

class PrivacyVerbs : public service::HouseholdFixture {
 protected:
  void SetUp() override {
    HouseholdFixture::SetUp();
    ports.emplace(AdminPorts{*context, {}, {}, {}, {}, {}, {}});
    ports->health = [] { return DaemonHealth{}; };
    ports->orders_changed = [this] { ++orders_changed; };
    verbs = admin_verbs(*ports);
  }
  void TearDown() override {
    verbs.clear();
    ports.reset();
    HouseholdFixture::TearDown();
  }

  Result<std::vector<std::string>> ask(const std::string& verb, const std::string& rest = "") {
    Collected reply;
    const std::string more = rest.empty() ? "" : "," + rest;
    const auto done = verbs.at(verb)(R"({"verb":")" + verb + '"' + more + "}", reply);
    if (!done) return done.error();
    for (const auto& line : reply.lines) {
      for (const auto value : service::planted)
        EXPECT_THAT(line, Not(HasSubstr(std::string(value)))) << verb;
    }
    return reply.lines;
  }
  std::string person() {
    return look([](store::Reader& reader) {
      return store::read_person(reader, store::PersonRow{1})->id.text();
    });
  }
  std::string whose() { return R"("person":")" + person() + '"'; }
  std::vector<std::string> actions() {
    return look([](store::Reader& reader) {
      std::vector<std::string> out;
      for (const auto& logged : store::list_entries(reader, 0, 1000)) {
        if (logged.entry.actor == "operator/hanako") out.push_back(logged.entry.action);
      }
      return out;
    });
  }
  /// `request` of the only one.
  std::string request() {
    const auto lines = ask("request.list").value();
    const auto parsed = tsunagu::json::parse_untrusted(lines.at(0));
    return R"("request":")" + std::string(parsed.root().find("request").text()) + '"';
  }

  int orders_changed = 0;
  std::optional<AdminPorts> ports;
  http::AdminVerbs verbs;
};

TEST_F(PrivacyVerbs, log_a_look_at_the_log_and_show_it_at_the_next_look) {
  const auto first = ask("person.disclosures", whose()).value();
  EXPECT_THAT(first, Not(Contains(HasSubstr("disclosures_looked_at"))));
  EXPECT_THAT(actions(), Contains("person.disclosures_looked_at"));
  EXPECT_THAT(ask("person.disclosures", whose()).value(),
              Contains(HasSubstr("disclosures_looked_at")));
}

TEST_F(PrivacyVerbs, refuse_a_reader_that_is_none) {
  EXPECT_EQ(ask("person.disclosures", whose() + R"(,"for":"spouse")").error().kind(),
            Kind::invalid);
  EXPECT_EQ(ask("person.disclosures", R"("person":"abc")").error().kind(), Kind::invalid);
}

TEST_F(PrivacyVerbs, carry_a_request_to_its_answer) {
  EXPECT_TRUE(ask("request.open", whose() + R"(,"type":"correction","items":"contact")"));
  EXPECT_TRUE(ask("request.prolong", request()));
  EXPECT_TRUE(ask("request.show", request()));
  EXPECT_TRUE(ask("request.answer", request() + R"(,"answer":"granted")"));
  EXPECT_EQ(orders_changed, 1);
  for (const auto* action :
       {"request.opened", "request.prolonged", "request.granted", "person.requests_looked_at"})
    EXPECT_THAT(actions(), Contains(action));
}

TEST_F(PrivacyVerbs, say_what_of_a_request_is_wrong) {
  for (const auto* wrong :
       {R"("type":"erasure")", R"("type":"stop","by":"wife")", R"("type":"stop","items":"shoe")",
        R"("type":"stop","received":"2026-02-30")", R"("type":"stop","received":"2999-01-01")"})
    EXPECT_EQ(ask("request.open", whose() + "," + wrong).error().kind(), Kind::invalid) << wrong;
  EXPECT_THAT(ask("request.list").value(), IsEmpty());
}

TEST_F(PrivacyVerbs, let_the_doctor_say_what_is_due_and_what_is_late) {
  ASSERT_TRUE(ask("request.open", whose() + R"(,"type":"disclosure")"));
  EXPECT_THAT(ask("doctor").value(), Not(Contains(HasSubstr("request_"))));
  clock.advance(std::chrono::days(25));
  EXPECT_THAT(ask("doctor").value(), Contains(HasSubstr("request_due")));
  clock.advance(std::chrono::days(5));
  EXPECT_THAT(ask("doctor").value(), Not(Contains(HasSubstr("request_overdue"))));
  clock.advance(std::chrono::days(1));
  EXPECT_THAT(ask("doctor").value(), Contains(HasSubstr("request_overdue")));
}

// Two referrals of one year: nothing of them may be published.
TEST_F(PrivacyVerbs, hide_small_counts_and_every_sum_that_gives_them_back) {
  const auto lines = ask("stats", R"("year":"2026")").value();
  EXPECT_THAT(lines, Contains(HasSubstr(R"("measure":"referrals")")));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("hidden":true)")));
  for (int count = 1; count < 10; ++count)
    EXPECT_THAT(lines, Not(Contains(HasSubstr(R"("count":)" + std::to_string(count) + "}"))));
  EXPECT_EQ(ask("stats", R"("year":"R8")").error().kind(), Kind::invalid);
}

}  // namespace
}  // namespace hub::daemon
