// Decisions and consents over the administration socket: who may, what is refused whatever the
// request says, and that it is logged.
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::Contains;

class AdminLaw : public AdminVerbsTest {
 protected:
  void SetUp() override {
    AdminVerbsTest::SetUp();
    employ({"sato", "ito"}, "elim-houkatsu");
    held = the("referral", "referral.list", R"("state":"held")");
  }
  std::string decision(const std::string& more = {}) {
    return held +
           R"(,"ground":"EMERGENCY","items":["identity","contact"],"reason":"応答がない",)"
           R"("until":")" +
           base::jst_date(clock.now()) + "\"" + more;
  }
  std::string person_of_held() {
    const auto lines = ask("referral.explain", held).value();
    for (const auto& line : lines) {
      const auto parsed = tsunagu::json::parse_untrusted(line);
      const auto id = parsed.root().find("person").text();
      if (!id.empty()) return R"("person":")" + std::string(id) + '"';
    }
    return {};
  }

  std::string held;
};

TEST_F(AdminLaw, an_officer_decides_another_reviews_and_the_queue_is_empty) {
  asker = "officer/sato";
  const auto taken = ask("decision.take", decision());
  ASSERT_TRUE(taken.has_value()) << taken.error().text();
  EXPECT_EQ(ask("decision.list").value().size(), 1U);
  const auto id = the("decision", "decision.list");
  EXPECT_EQ(ask("decision.review", id + R"(,"outcome":"upheld")").error().kind(), Kind::forbidden);
  EXPECT_EQ(ask("decision.review", id + R"(,"outcome":"maybe")").error().kind(), Kind::invalid);
  EXPECT_THAT(ask("decision.show", id).value(), Contains(HasSubstr("応答がない")));
  asker = "officer/ito";
  EXPECT_TRUE(ask("decision.review", id + R"(,"outcome":"upheld")").has_value());
  EXPECT_TRUE(ask("decision.list").value().empty());
  EXPECT_EQ(ask("decision.list", R"("all":true)").value().size(), 1U);
  EXPECT_EQ(logged("request.refused"), 2);
}

TEST_F(AdminLaw, nobody_decides_by_what_the_request_says_of_him) {
  for (const auto* more : {R"(,"officer":"officer/sato")", R"(,"override":true)",
                           R"(,"decides":true)", R"(,"basis":"CONSENT")"}) {
    EXPECT_EQ(ask("decision.take", decision(more)).error().kind(), Kind::invalid) << more;
  }
  EXPECT_EQ(ask("decision.take", decision()).error().kind(), Kind::forbidden) << "an operator";
  EXPECT_EQ(ask("harm.find", held + R"(,"force":true)").error().kind(), Kind::invalid);
  EXPECT_EQ(logged("request.refused"), 6);
  EXPECT_TRUE(ask("decision.list", R"("all":true)").value().empty());
}

TEST_F(AdminLaw, the_reason_is_shown_to_no_operator) {
  asker = "officer/sato";
  ASSERT_TRUE(ask("decision.take", decision()).has_value());
  const auto id = the("decision", "decision.list");
  asker = "operator/root";
  EXPECT_EQ(ask("decision.show", id).error().kind(), Kind::forbidden);
  for (const auto& line : ask("decision.list").value())
    EXPECT_THAT(line, Not(HasSubstr("応答がない")));
}

TEST_F(AdminLaw, harm_is_found_listed_and_ended) {
  asker = "officer/sato";
  ASSERT_TRUE(ask("harm.find", held + R"(,"reason":"おそれ")").has_value());
  const auto harm = the("harm", "harm.list");
  EXPECT_FALSE(ask("harm.end", harm).has_value());
  EXPECT_TRUE(ask("harm.end", harm + R"(,"reason":"転居")").has_value());
  EXPECT_TRUE(ask("harm.list").value().empty());
}

TEST_F(AdminLaw, consents_are_said_listed_and_withdrawn_with_an_answer) {
  const auto person = person_of_held();
  EXPECT_EQ(ask("consent.give", person + R"(,"form":"J1")").error().kind(), Kind::forbidden);
  asker = "officer/sato";
  ASSERT_TRUE(ask("consent.give", person + R"(,"form":"J1","method":"written")").has_value());
  EXPECT_EQ(ask("consent.list", person).value().size(), 2U);
  const auto said = ask("consent.withdraw", person).value();
  EXPECT_THAT(said.at(0), HasSubstr(R"("kind":"said")"));
  EXPECT_THAT(said.at(0), HasSubstr(R"("inFlight":0)"));
  EXPECT_EQ(ask("consent.list", person).value().size(), 4U);
  EXPECT_TRUE(ask("stop.list").value().empty());
  EXPECT_EQ(orders_changed, 2);
}

TEST_F(AdminLaw, a_consent_verb_takes_only_words_that_it_knows) {
  const auto person = person_of_held();
  asker = "officer/sato";
  for (const auto* more :
       {R"(,"form":"J1","force":true)", R"(,"form":"J1","method":"telepathy")",
        R"(,"form":"J1","until":"2026-13-01")", R"(,"form":"J1","on":"tomorrow")",
        R"(,"form":"J1","objects":["everything"])", R"(,"items":["secrets"])"}) {
    EXPECT_EQ(ask("consent.give", person + more).error().kind(), Kind::invalid) << more;
  }
  EXPECT_TRUE(ask("consent.list", person).value().empty());
}

TEST_F(AdminLaw, an_explanation_names_the_person_to_the_officer_whose_desk_holds_him_alone) {
  const auto sent = the("referral", "referral.list", R"("state":"sent")");
  asker = "officer/sato";
  EXPECT_THAT(ask("referral.explain", sent).value(), Contains(HasSubstr("架空")));
  EXPECT_THAT(last_entry().fields, Contains("person/names"));
  EXPECT_EQ(ask("referral.explain", held).error().kind(), Kind::not_found) << "another desk's";
  asker = "operator/sato";
  for (const auto& line : ask("referral.explain", sent).value())
    EXPECT_THAT(line, Not(HasSubstr("架空")));
}

}  // namespace
}  // namespace hub::daemon
