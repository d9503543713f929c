// The record kinds of a running case: kept like any other, and leaving only as the gate decides of
// each field.
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

class RecordKinds : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  std::string packet_with(const std::string& kind, const std::string& members) {
    deliver(kaigo, {person({.key = "a1", .number = "0009990001"}, "atena"), consent("k1", "a1"),
                    referral("r1", "a1"), record(kind, "x1", R"("personKey":"a1",)" + members)});
    return packet(referrals().at(0));
  }
  /// What a packet holds of a meeting of this forum.
  std::string conference_in(const std::string& forum, const std::string& function = "J-KAIGI") {
    return packet_with(
        "conference",
        R"("forum":")" + forum +
            R"(","convener":"さくら市","at":{"date":"2026-04-01"},)"
            R"("confidentialityNotice":true,"minutesRef":"R8-3",)"
            R"("decisions":["隣の家も訪ねる"],"agenda":[{"caseKey":"s1","function":")" +
            function + R"(","decision":"支援を続ける"}])");
  }
};

bool holds(const std::string& packet, const std::string& words) {
  return packet.find(words) != std::string::npos;
}

TEST_F(RecordKinds, are_kept_and_taken_back) {
  const std::string one = R"("personKey":"a1",)";
  deliver(kaigo, {record("case", "s1", one + R"("status":"coordinating")"),
                  record("role", "y1", one + R"("planKey":"p1","agency":"社協","task":"家計")"),
                  record("outreach", "o1", one + R"("at":{"date":"2026-04-01"})"),
                  record("match", "t1", one + R"("resourceKey":"c1","status":"trial")")});
  EXPECT_TRUE(stored(kaigo, RecordKind::case_, "s1")->body);
  EXPECT_TRUE(stored(kaigo, RecordKind::role, "y1")->body);
  EXPECT_TRUE(stored(kaigo, RecordKind::outreach, "o1")->body);
  EXPECT_TRUE(stored(kaigo, RecordKind::match, "t1")->body);
  deliver(kaigo, {record("removal", "x", R"("targetKind":"match","targetKey":"t1")")});
  const auto match = stored(kaigo, RecordKind::match, "t1");
  EXPECT_TRUE(!match || match->removed);
  EXPECT_FALSE(stored(kaigo, RecordKind::case_, "s1")->removed);
}

TEST_F(RecordKinds, a_case_goes_without_its_keys_and_the_others_it_is_about) {
  const auto sent =
      packet_with("case", R"("status":"coordinating","leadAgency":"社協","householdKey":"h9",)"
                          R"("otherFocusPersons":[{"personKey":"0009990002"}])");
  EXPECT_TRUE(holds(sent, R"("status":"coordinating")"));
  EXPECT_TRUE(holds(sent, "社協"));
  EXPECT_FALSE(holds(sent, "h9"));
  EXPECT_FALSE(holds(sent, "0009990002"));
}

TEST_F(RecordKinds, of_an_outreach_goes_what_happened) {
  const auto sent =
      packet_with("outreach", R"("at":{"date":"2026-04-01"},"contactMade":true,)"
                              R"("result":"玄関で話した","labels":[{"pointer":"/next",)"
                              R"("item":"staff_note"}],"next":"あせらない")");
  EXPECT_TRUE(holds(sent, R"("contactMade":true)"));
  EXPECT_TRUE(holds(sent, "玄関で話した"));
  EXPECT_FALSE(holds(sent, "あせらない"));
}

TEST_F(RecordKinds, of_a_meeting_with_consent_goes_what_it_decided_about_this_person) {
  const auto sent = conference_in("J-KAIGI");
  EXPECT_TRUE(holds(sent, "支援を続ける"));
  EXPECT_FALSE(holds(sent, "隣の家も訪ねる")) << "of the meeting as a whole";
  EXPECT_FALSE(holds(sent, "R8-3"));
}

TEST_F(RecordKinds, of_a_meeting_without_consent_nothing_goes) {
  const auto sent = conference_in("SHIEN-KAIGI");
  EXPECT_FALSE(holds(sent, "支援を続ける"));
  EXPECT_FALSE(holds(sent, "KAIGI\""));
}

TEST_F(RecordKinds, of_youtaikyo_nothing_goes) {
  const auto sent = conference_in("YOUTAIKYO");
  EXPECT_FALSE(holds(sent, "支援を続ける"));
  EXPECT_FALSE(holds(sent, "YOUTAIKYO"));
}

TEST_F(RecordKinds, one_item_of_a_meeting_without_consent_is_enough) {
  const auto sent = conference_in("J-KAIGI", "SHIEN-KAIGI");
  EXPECT_FALSE(holds(sent, "支援を続ける"));
  EXPECT_FALSE(holds(sent, "KAIGI\""));
}

}  // namespace
}  // namespace hub::service
