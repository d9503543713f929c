#include "tests/hub/service/answering_fixture.hpp"

namespace hub::service {
namespace {

TEST_F(Answering, moves_the_referral_step_by_step) {
  refer_hanako();
  EXPECT_EQ(state(), "received");
  answer("accepted");
  EXPECT_EQ(state(), "accepted");
  answer("lead_named", R"(,"lead":{"agency":"エリム"})");
  EXPECT_EQ(state(), "lead_named");
  answer("closed");
  EXPECT_EQ(state(), "completed");
}

TEST_F(Answering, a_step_that_cannot_follow_is_refused) {
  refer_hanako();
  answer("accepted");
  answer("closed");
  EXPECT_EQ(state(), "completed");
  answer("accepted");
  EXPECT_EQ(state(), "completed");
  EXPECT_EQ(audited("webhook.refused").size(), 1U);
}

TEST_F(Answering, another_partner_is_not_heard) {
  refer_hanako();
  answer("accepted", "", "shakyo");
  EXPECT_EQ(state(), "received");
}

TEST_F(Answering, goes_back_into_the_desks_own_system_with_its_words_as_long_as_agreed) {
  refer_hanako();
  row_ = referrals().at(0).row;
  answer("returned", R"(,"reason":"窓口で続けてください")");
  const auto told = push();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->source, "kaigo");
  EXPECT_EQ(told->kind, "referral_returned");
  EXPECT_EQ(told->json, R"({"consultationKey":"c1","at":"2026-04-11","agency":"SAKUTOMO",)"
                        R"("leadAgency":"","text":"窓口で続けてください"})");
  deliver(kaigo, {consent("k1", "a1", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  const auto later = push();
  ASSERT_TRUE(later);
  EXPECT_NE(later->json.find(R"("text":"")"), std::string::npos);
}

TEST_F(Answering, a_refused_number_in_the_words_destroys_the_webhook) {
  refer_hanako();
  answer("returned", R"(,"reason":"番号 123456789018")");
  EXPECT_EQ(state(), "received");
  EXPECT_EQ(audited("webhook.quarantined").size(), 1U);
  const auto item = look([](store::Reader& reader) { return store::read_inbox(reader, {1}); });
  ASSERT_TRUE(item);
  EXPECT_TRUE(item->body.look_inside().empty());
}

}  // namespace
}  // namespace hub::service
