#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Answering : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  void refer_hanako() {
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena"), consent("k1", "a1"),
                    referral("r1", "a1")});
    for (const auto& rendered : claim_all())
      commit([&](store::Transaction& tx) {
        store::close_order(tx, rendered.order.row, store::Fate::delivered, "");
        delivered(tx, rendered.order);
        return true;
      });
  }
  void hook(const std::string& partner, const std::string& id, const std::string& body) {
    std::optional<bool> kept;
    ASSERT_TRUE(keep_hook(*context, {partner, id, body}, [&](const auto& receipt) {
                  kept = receipt.has_value();
                }).has_value());
    commit([](store::Transaction&) { return true; });
    ASSERT_TRUE(process_hooks(*context).has_value());
  }
  void answer(const std::string& type, const std::string& more = {},
              const std::string& partner = "sakutomo") {
    const auto id = "e" + std::to_string(++hooks_);
    hook(partner, id,
         R"({"specversion":"1.0","id":")" + id + R"(","source":"urn:p","type":"tsunagu.referral.)" +
             type + R"(","data":{"referralId":")" + referrals().at(0).id.text() +
             R"(","at":"2026-04-11T10:00:00+09:00","agency":"SAKUTOMO")" + more + "}}");
  }
  std::string state() { return referrals().at(0).status; }

  std::optional<PushBack> push() {
    return commit([&](store::Transaction& tx) -> std::optional<PushBack> {
      for (const auto& order : store::orders_of(tx, row_)) {
        if (order.partner == "push:kaigo" && !order.closed_at) return render_push(tx, *book, order);
      }
      return std::nullopt;
    });
  }
  store::ReferralRow row_;

 private:
  int hooks_ = 0;
};

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
