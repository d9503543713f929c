#include "hub/service/link.hpp"
#include "hub/service/prepare.hpp"
#include "hub/store/signals.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Referring : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  std::string hanako = person({.key = "a1", .number = "0001"}, "atena:kaigo");

  std::string urgent_notice(const std::string& agreed_labels) {
    const auto agreed =
        R"("status":"given","scope":{"forums":["CONSENT"],"recipients":["coordinator"],)"
        R"("purposes":["tie_in"],"dataLabels":[)" +
        agreed_labels + "]}";
    const auto urgent = R"("urgency":"immediate","requestedRecipient":{"system":"t",)"
                        R"("code":"SAKUTOMO"})";
    deliver(kaigo,
            {hanako, consent("k1", "a1", agreed), record("referral", "r1", about("a1", urgent))});
    const auto orders = claim_all();
    return orders.size() == 1 ? orders[0].body : "no notice";
  }
};

// R-24
TEST_F(Referring, with_consent_goes_to_the_coordinator) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  ASSERT_EQ(referrals().size(), 1U);
  EXPECT_EQ(referrals()[0].status, "sent");
  EXPECT_EQ(referrals()[0].to_desk, "sakutomo-takikan");
  const auto orders = claim_all();
  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0].order.partner, "sakutomo");
  EXPECT_EQ(orders[0].body.find("レイ"), std::string::npos) << "a notice names ids only";
  EXPECT_NE(packet(referrals()[0]).find("レイ ハナコ"), std::string::npos);
}

TEST_F(Referring, with_consent_but_an_old_register_is_held_and_the_operator_is_told) {
  clock.advance(std::chrono::days(4));
  testing::internal::CaptureStdout();
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  const auto log = testing::internal::GetCapturedStdout();
  EXPECT_EQ(referrals().at(0).status, "held");
  EXPECT_NE(log.find("referral_held_for_an_unknown_fact"), std::string::npos);
  EXPECT_NE(log.find(referrals().at(0).id.text()), std::string::npos);
  EXPECT_EQ(log.find("花子"), std::string::npos);
}

TEST_F(Referring, without_consent_is_held_and_says_nothing_to_the_operator) {
  testing::internal::CaptureStdout();
  deliver(kaigo, {hanako, referral("r1", "a1")});
  EXPECT_EQ(referrals().at(0).status, "held");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

// R-24
TEST_F(Referring, without_consent_is_held_and_proposes_to_ask_or_to_convene) {
  deliver(kaigo, {hanako, referral("r1", "a1")});
  ASSERT_EQ(referrals().size(), 1U);
  EXPECT_EQ(referrals()[0].status, "held");
  EXPECT_TRUE(claim_all().empty());
  EXPECT_EQ(packet(referrals()[0]), "not_found");
  std::vector<std::string> codes;
  const auto signals =
      look([](store::Reader& reader) { return store::list_open_signals(reader, 10); });
  for (const auto& signal : signals)
    codes.push_back(signal.code);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(codes, (std::vector<std::string>{"ask_consent", "convene_shien_kaigi"}));
}

// R-26
TEST_F(Referring, a_consent_withdrawn_before_the_claim_stops_it) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  deliver(kaigo, {consent("k1", "a1", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  clock.advance(std::chrono::minutes(1));
  EXPECT_TRUE(claim_all().empty());
  EXPECT_EQ(referrals()[0].status, "held");
}

TEST_F(Referring, a_notice_is_logged_as_the_one_decision_that_it_is) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  ASSERT_EQ(claim_all().size(), 1U);
  const auto claimed = audited("referral.claimed");
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed[0].decision, audit::Decision::allow);
  EXPECT_EQ(claimed[0].fields, std::vector<std::string>{"referral/urgency"});
  EXPECT_NE(packet(referrals()[0]), "not_found");
  EXPECT_FALSE(audited("packet.pulled").empty());
}

// R-9
TEST_F(Referring, a_notice_tells_how_urgent_it_is_where_the_consent_covers_that) {
  const auto notice = urgent_notice(R"("identity","statement")");
  EXPECT_NE(notice.find(R"("urgency":"immediate")"), std::string::npos) << notice;
}

TEST_F(Referring, a_notice_keeps_back_the_urgency_that_the_consent_does_not_cover) {
  const auto notice = urgent_notice(R"("identity")");
  EXPECT_NE(notice.find("packetUrl"), std::string::npos) << notice;
  EXPECT_EQ(notice.find("urgency"), std::string::npos) << notice;
}

TEST_F(Referring, an_order_whose_receiver_is_gone_is_given_up_and_holds_up_nobody) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  auto without = *book;
  without.profile.partners.clear();
  store::ClaimRoom room;
  room.in_all = room.otherwise = 100;
  const auto claimed = database->write([&](store::Transaction& tx) {
    return claim(tx, without, room, tx.now() + std::chrono::minutes(1));
  });
  ASSERT_TRUE(claimed.has_value()) << claimed.error().text();
  EXPECT_TRUE(claimed->empty());
  const auto orders =
      look([&](store::Reader& reader) { return store::orders_of(reader, referrals()[0].row); });
  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0].reason, "no_receiver");
  EXPECT_EQ(audited("order.given_up").size(), 1U);
}

TEST_F(Referring, a_consent_corrected_to_never_asked_counts_no_more) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  deliver(kaigo, {consent("k1", "a1", R"("status":"never_asked")")});
  EXPECT_TRUE(claim_all().empty());
  EXPECT_EQ(packet(referrals()[0]), "not_found");
}

TEST_F(Referring, a_consent_record_that_is_taken_back_counts_no_more) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  deliver(kaigo, {record("removal", "x", R"("targetKind":"consent","targetKey":"k1")")});
  EXPECT_TRUE(claim_all().empty());
}

TEST_F(Referring, a_narrower_form_replaces_the_wider_one) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1"),
                  record("consultation", "c1", about("a1", R"("income":{"debts":"あり"})"))});
  EXPECT_NE(packet(referrals()[0]).find("あり"), std::string::npos);
  deliver(kaigo, {consent("k1", "a1", R"("status":"given","scopeForm":"J2")")});
  EXPECT_EQ(packet(referrals()[0]).find("あり"), std::string::npos);
}

TEST_F(Referring, a_held_one_goes_after_a_consent_arrived_and_somebody_looked_again) {
  deliver(kaigo, {hanako, referral("r1", "a1")});
  EXPECT_EQ(send_again(*context, referrals()[0].id, "", "staff/1").value(), "held");
  deliver(kaigo, {consent("k1", "a1")});
  EXPECT_EQ(send_again(*context, referrals()[0].id, "", "staff/1").value(), "sent");
  EXPECT_EQ(claim_all().size(), 1U);
}

TEST_F(Referring, a_referral_and_consent_that_came_before_the_person_wait_for_them) {
  deliver(kaigo, {consent("k1", "a1"), referral("r1", "a1")});
  EXPECT_TRUE(referrals().empty());
  deliver(kaigo, {hanako});
  ASSERT_EQ(referrals().size(), 1U);
  EXPECT_EQ(referrals()[0].status, "sent");
}

TEST_F(Referring, the_same_record_again_refers_only_once) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  EXPECT_EQ(referrals().size(), 1U);
  EXPECT_EQ(claim_all().size(), 1U);
}

TEST_F(Referring, another_partner_pulls_nothing) {
  deliver(kaigo, {hanako, consent("k1", "a1"), referral("r1", "a1")});
  EXPECT_EQ(packet(referrals()[0], "shakyo"), "not_found");
}

}  // namespace
}  // namespace hub::service
