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

TEST_F(Answering, a_refused_number_in_what_nobody_can_decode_destroys_the_webhook) {
  const std::string unknown =
      R"({"specversion":"1.0","id":"e","source":"urn:p","type":"x","data":)";
  const std::string bodies[] = {
      "not JSON: 1234-5678-9018",
      unknown + R"({"memo":"１２３４ ５６７８ ９０１８"}})",
      unknown + R"({"memo":123456789018}})",
      unknown + R"({"個人番号":""}})",
  };
  std::size_t kept = 0;
  for (const auto& body : bodies) {
    hook("sakutomo", "e" + std::to_string(kept), body);
    const auto item = look([&](store::Reader& reader) {
      return store::read_inbox(reader, {static_cast<std::int64_t>(++kept)});
    });
    ASSERT_TRUE(item);
    EXPECT_EQ(item->state, store::InboxState::refused) << body;
    EXPECT_TRUE(item->body.look_inside().empty()) << body;
    EXPECT_EQ(audited("webhook.quarantined").size(), kept);
  }
}

TEST_F(Answering, what_nobody_can_decode_is_otherwise_kept_as_it_came) {
  hook("sakutomo", "e1", R"({"memo":"028-099-1234"})");
  const auto item = look([](store::Reader& reader) { return store::read_inbox(reader, {1}); });
  ASSERT_TRUE(item);
  EXPECT_EQ(item->body.look_inside(), R"({"memo":"028-099-1234"})");
  EXPECT_EQ(audited("webhook.refused").size(), 1U);
}

}  // namespace
}  // namespace hub::service
