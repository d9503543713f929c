// Plans over the administration socket: an officer who works on the case carries one on and reads
// it; whoever runs the machine sees kinds, states and counts, and no word that was written.
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;

class PlanVerbs : public AdminVerbsTest {
 protected:
  void SetUp() override {
    AdminVerbsTest::SetUp();
    employ({"suzuki"}, "sakutomo-takikan");
    employ({"tanaka"}, "nikon-houkatsu");
    about = the("case", "case.list");
    asker = "officer/suzuki";
    plan = the("plan", "plan.draft",
               about + R"(,"planKind":"sanka","goals":"畑に通う","cycle":"P1M")");
  }
  Result<std::vector<std::string>> step(const std::string& verb, int seen,
                                        const std::string& more = {}) {
    return ask(verb, plan + R"(,"seen":")" + std::to_string(seen) + '"' + more);
  }

  std::string about;
  std::string plan;
};

TEST_F(PlanVerbs, an_officer_of_the_case_carries_one_on_and_reads_it) {
  EXPECT_TRUE(step("plan.role", 1, R"(,"agency":"elim","task":"送迎")").has_value());
  EXPECT_EQ(step("plan.decide", 1).error().kind(), Kind::conflict) << "another revision was seen";
  EXPECT_THAT(step("plan.decide", 2).error().text(), HasSubstr("重層的支援会議"));
  const auto lines = ask("plan.show", plan).value();
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"role")"), HasSubstr("送迎"))));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("event":"create")"), HasSubstr("畑に通う"))));
  EXPECT_EQ(logged("plan.looked_at"), 1);
}

TEST_F(PlanVerbs, nobody_else_reads_what_is_written) {
  for (const auto* other : {"operator/hanako", "officer/tanaka"}) {
    asker = other;
    EXPECT_EQ(ask("plan.show", plan).error().kind(), Kind::forbidden) << other;
    const auto lines = ask("plan.list").value();
    EXPECT_THAT(lines, Contains(HasSubstr(R"("unratified":0,"overdue":0)")));
    EXPECT_THAT(lines, Each(Not(HasSubstr("畑"))));
    const bool runs_the_machine = std::string_view(other).starts_with("operator/");
    const auto drafts = Contains(HasSubstr(R"("state":"draft")"));
    EXPECT_EQ(testing::Value(lines, drafts), runs_the_machine) << other;
  }
  EXPECT_EQ(logged("plan.looked_at"), 0);
}

TEST_F(PlanVerbs, nobody_slips_a_word_in) {
  EXPECT_EQ(step("plan.start", 1, R"(,"force":"yes")").error().kind(), Kind::invalid);
  EXPECT_EQ(ask("plan.start", plan).error().kind(), Kind::invalid) << "no revision";
  for (const auto* typed : {"", "1x", " 1", "99999999999999999999"}) {
    EXPECT_EQ(ask("plan.start", plan + R"(,"seen":")" + typed + '"').error().kind(), Kind::invalid)
        << typed;
  }
  EXPECT_EQ(ask("plan.draft", about + R"(,"planKind":"care_plan")").error().kind(), Kind::invalid);
}

}  // namespace
}  // namespace hub::daemon
