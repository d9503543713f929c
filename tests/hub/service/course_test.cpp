#include <gmock/gmock.h>

#include "hub/store/cases.hpp"
#include "tests/hub/service/answering_fixture.hpp"

namespace hub::service {
namespace {

using testing::HasSubstr;

/// How a case goes with the referrals it is made of.
class Course : public Answering {
 protected:
  store::StoredCase the_case() {
    return look([](store::Reader& reader) {
      return std::move(*store::read_case(reader, store::list_cases(reader, 1).at(0)));
    });
  }
  std::size_t cases() {
    return look([](store::Reader& reader) { return store::list_cases(reader, 10).size(); });
  }
  void refer_again(const std::string& key) { deliver(kaigo, {referral(key, "a1")}); }
  void run_to_its_end() {
    refer_hanako();
    answer("accepted");
    answer("closed");
    clock.advance(std::chrono::hours(24 * 2));
    deliver_register("");
  }
};

// R-23
TEST_F(Course, follows_the_referral_to_the_end) {
  refer_hanako();
  EXPECT_EQ(the_case().status, "received");
  answer("accepted");
  EXPECT_EQ(the_case().status, "coordinating");
  answer("lead_named", R"(,"lead":{"agency":"エリム"})");
  EXPECT_EQ(the_case().status, "supporting-field");
  answer("closed");
  EXPECT_EQ(the_case().status, "closed");
  EXPECT_TRUE(the_case().closed_at);
  EXPECT_EQ(audited("case.closed").size(), 1U);
}

TEST_F(Course, stays_open_while_another_referral_of_it_is_under_way) {
  refer_hanako();
  refer_again("r2");
  answer("accepted", "", "sakutomo");
  ASSERT_EQ(cases(), 1U);
  ASSERT_EQ(referrals().at(0).status, "accepted");
  answer("closed");
  EXPECT_EQ(referrals().at(0).status, "completed");
  EXPECT_EQ(the_case().status, "coordinating");
}

TEST_F(Course, a_reopened_case_does_not_revive_an_old_consent) {
  run_to_its_end();
  deliver(kaigo, {record("consent", "k1",
                         about("a1", R"("status":"given","scopeForm":"J2",)"
                                     R"("givenAt":"2026-04-09")"))});
  refer_again("r2");
  EXPECT_EQ(cases(), 1U) << "the same case, reopened";
  EXPECT_EQ(the_case().status, "reopened");
  EXPECT_EQ(referrals().at(0).status, "held");
  for (const auto& one : claim_all())
    EXPECT_EQ(one.order.kind, codec::event_type::stop_use)
        << "the narrower word, to who has a copy";
  deliver(kaigo, {record("consent", "k2",
                         about("a1", R"("status":"given","scopeForm":"J2",)"
                                     R"("givenAt":"2026-04-12")"))});
  EXPECT_EQ(send_again(*context, referrals().at(0).id, "", "staff/1").value(), "sent");
}

// R-33
TEST_F(Course, a_follow_up_that_still_runs_survives_the_reopening) {
  run_to_its_end();
  refer_again("r2");
  EXPECT_EQ(the_case().status, "reopened");
  EXPECT_EQ(referrals().at(0).status, "sent") << "J1: six months";
}

// R-18, R-21
TEST_F(Course, what_was_returned_can_be_sent_again_and_comes_back_with_its_own_words) {
  refer_hanako();
  row_ = referrals().at(0).row;
  answer("returned", R"(,"reason":"まず窓口で")");
  EXPECT_EQ(state(), "returned");
  EXPECT_THAT(push()->json, HasSubstr("まず窓口で"));
  EXPECT_EQ(packet(referrals()[0]), "not_found") << "what came back tells no more";
  close_pushes();
  EXPECT_EQ(send_again(*context, referrals()[0].id, "", "staff/1").value(), "sent");
  clock.advance(std::chrono::seconds(1));
  carry();
  EXPECT_EQ(state(), "received");
  EXPECT_NE(packet(referrals()[0]), "not_found");
  answer("returned", R"(,"reason":"二度目の助言")");
  EXPECT_THAT(push()->json, HasSubstr("二度目の助言"));
}

TEST_F(Course, one_that_is_under_way_is_not_sent_twice) {
  refer_hanako();
  EXPECT_EQ(send_again(*context, referrals()[0].id, "", "staff/1").error().kind(),
            base::Kind::conflict);
}

/// From a partner's sheet to the partner's answer.
class Sheet : public Answering {
 protected:
  void bring(const std::string& address, const std::string& consent) {
    hook(
        "elim", "s1",
        R"({"specversion":"1.0","id":"s1","source":"urn:p","type":"tsunagu.referral.requested",)"
        R"("data":{"from":{"agency":"エリム"},"person":{"fullName":"例 花子","fullNameKana":)"
        R"("レイ ハナコ","dateOfBirth":{"date":"1940-02-10"},"sex":"2","address":{"fullAddress":")" +
            address + R"("}},"statement":"足腰が弱い","reason":"a","requestedRecipient":)" +
            R"({"code":"kaigo"},"consent":)" + consent + "}}");
  }
};

constexpr const char* agreed = R"({"status":"given","scopeForm":"J1","givenAt":"2026-04-09"})";

// R-13
TEST_F(Sheet, is_routed_by_field_and_address) {
  bring("さくら市喜連川1", agreed);
  ASSERT_EQ(referrals().size(), 1U);
  EXPECT_EQ(referrals()[0].to_desk, "nikon-houkatsu");
  EXPECT_EQ(referrals()[0].from_desk, "elim-houkatsu");
}

// R-4, R-13
TEST_F(Sheet, goes_to_the_coordinator_whom_an_officer_chose_and_comes_back) {
  bring("さくら市桜ケ丘1-1-1", agreed);
  ASSERT_EQ(referrals().at(0).status, "held");
  EXPECT_EQ(send_again(*context, referrals()[0].id, "sakutomo", "staff/1").value(), "sent");
  carry();
  EXPECT_EQ(state(), "received");
  EXPECT_THAT(packet(referrals()[0]), HasSubstr("足腰が弱い"));
  answer("accepted");
  answer("lead_named", R"(,"lead":{"agency":"エリム"})");
  answer("closed");
  EXPECT_EQ(state(), "completed");
}

/// DOMAIN 9.2, case 4.
TEST_F(Sheet, a_consent_to_the_citys_desks_reaches_no_welfare_council) {
  hook("elim", "s1",
       R"({"specversion":"1.0","id":"s1","source":"urn:p","type":"tsunagu.referral.requested",)"
       R"("data":{"from":{"agency":"民間の居宅介護支援事業所"},"person":{"fullName":"例 花子",)"
       R"("fullNameKana":"レイ ハナコ","dateOfBirth":{"date":"1940-02-10"},"sex":"2"},)"
       R"("statement":"足腰が弱い","reason":"a","requestedRecipient":{"code":"shakyo-jiritsu"},)"
       R"("consent":{"status":"given","scopeForm":"P1","givenAt":"2026-04-09"}}})");
  ASSERT_EQ(referrals().size(), 1U) << "it is accepted";
  EXPECT_EQ(referrals()[0].to_desk, "shakyo-jiritsu");
  EXPECT_EQ(referrals()[0].status, "held") << "社協 is no desk of the city";
  EXPECT_TRUE(claim_all().empty());
  const auto further = plan_of("konkyu");
  deliver(further, {person({.key = "b1"}, ""), consent("kb", "b1")});
  EXPECT_EQ(send_again(*context, referrals()[0].id, "", "staff/1").value(), "held")
      << "a consent that another desk brought does not cross a probable link";
}

}  // namespace
}  // namespace hub::service
