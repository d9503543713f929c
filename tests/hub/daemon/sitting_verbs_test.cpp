// Sittings over the administration socket: an officer convenes, seats and prints a paper; whoever
// runs the machine sees bodies, days and counts.
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class SittingVerbs : public AdminVerbsTest {
 protected:
  void SetUp() override {
    AdminVerbsTest::SetUp();
    employ({"sato"}, "kikan-soudan");
    employ({"suzuki"}, "sakutomo-takikan");
    about = the("case", "case.list");
    asker = "officer/sato";
  }
  std::string open() {
    return the("sitting", "sitting.open", R"("body":"shien-kaigi","on":"2026-04-20")");
  }
  /// A paper of 市税務課 about the household.
  std::string seated() {
    const auto sitting = open();
    the("agenda", "sitting.item", sitting + "," + about + R"(,"function":"SHIEN-KAIGI")");
    return the("seat", "sitting.seat", sitting + R"(,"party":"zeimu","secrecy":"law")");
  }

  std::string about;
};

TEST_F(SittingVerbs, an_officer_convenes_seats_and_gets_the_paper) {
  const auto seat = seated();
  const auto lines = ask("sitting.packet", seat).value();
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"paper")"), HasSubstr("さくら市支援会議"),
                                    HasSubstr(R"("papersPublic":false)"))));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"item")"),
                                    HasSubstr("社会福祉法106条の6（2025-09-08時点）"))));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"packet")"), HasSubstr("架空 ウメコ"))));
  EXPECT_GT(logged("sitting.paper"), 0);
  EXPECT_TRUE(ask("sitting.leave", seat).has_value());
  EXPECT_THAT(ask("sitting.packet", seat).value(), Contains(HasSubstr(R"("records":[])")));
}

TEST_F(SittingVerbs, show_tells_agenda_and_seats_to_who_keeps_it) {
  seated();
  const auto sitting = the("sitting", "sitting.list");
  const auto lines = ask("sitting.show", sitting).value();
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"seat")"), HasSubstr("市税務課"),
                                    HasSubstr(R"("called":"from_table")"))));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("function":"SHIEN-KAIGI","asOf":"2025-09-08")")));
  for (const auto* other : {"officer/suzuki", "operator/hanako"}) {
    asker = other;
    EXPECT_EQ(ask("sitting.show", sitting).error().kind(), Kind::forbidden) << other;
  }
}

TEST_F(SittingVerbs, who_runs_the_machine_sees_counts_and_no_paper) {
  const auto seat = seated();
  asker = "operator/hanako";
  const auto lines = ask("sitting.list").value();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], AllOf(HasSubstr(R"("items":1,"seats":1)"), Not(HasSubstr(R"("case")"))));
  EXPECT_EQ(ask("sitting.packet", seat).error().kind(), Kind::forbidden);
  EXPECT_EQ(logged("request.refused"), 1);
  EXPECT_EQ(logged("sitting.paper"), 0);
}

TEST_F(SittingVerbs, nobody_slips_a_word_in) {
  const auto sitting = open();
  for (const auto* more : {R"(,"override":true)", R"(,"called":1)", R"(,"bound":true)"}) {
    EXPECT_EQ(ask("sitting.seat", sitting + R"(,"party":"zeimu")" + more).error().kind(),
              Kind::invalid)
        << more;
  }
  EXPECT_EQ(ask("sitting.seat", sitting + R"(,"party":"zeimu","secrecy":"trust")").error().kind(),
            Kind::invalid);
  EXPECT_EQ(ask("sitting.open", R"("body":"shien-kaigi")").error().kind(), Kind::invalid);
}

}  // namespace
}  // namespace hub::daemon
