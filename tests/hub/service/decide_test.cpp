// Officers' decisions: what goes under one, who may take it, and when it stops.
#include "hub/service/decide.hpp"

#include "hub/domain/gate.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::Item;
using domain::Labels;
using domain::NamedDecision;

class Deciding : public ServiceFixture {
 protected:
  Deciding() {
    employ({"sato", "ito"});
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena"),
                    record("consultation", "c1", about("a1", R"("statement":"倒れていた")")),
                    referral("r1", "a1")});
  }
  store::StoredReferral held() {
    auto all = referrals();
    return std::move(all.at(0));
  }
  DecisionWish wish(const std::string& ground = "EMERGENCY",
                    Labels items = {Item::identity, Item::contact, Item::statement}) {
    return {held().id, {}, ground, items, clock.now() + std::chrono::hours(20), "応答がなく危険"};
  }
  store::DecisionId decided() { return take_decision(*context, wish(), "officer/sato").value(); }
  Kind refusal(const DecisionWish& wanted, const std::string& asker = "officer/sato") {
    const auto taken = take_decision(*context, wanted, asker);
    EXPECT_FALSE(taken.has_value());
    return taken ? Kind::internal : taken.error().kind();
  }
  std::string sent() { return send_again(*context, held().id, "", "officer/sato").value(); }

  FeedPlan kaigo = plan_of("kaigo");
};

// R-104
TEST_F(Deciding, lets_a_held_referral_go_with_what_it_names_and_no_more) {
  EXPECT_EQ(held().status, "held");
  auto narrow = wish("EMERGENCY", {Item::identity, Item::contact});
  ASSERT_TRUE(take_decision(*context, narrow, "officer/sato").has_value());
  EXPECT_EQ(sent(), "sent");
  ASSERT_EQ(claim_all().size(), 1U);
  const auto told = packet(held());
  EXPECT_NE(told.find("レイ ハナコ"), std::string::npos) << told;
  EXPECT_NE(told.find(R"("legalBasis":"EMERGENCY")"), std::string::npos) << told;
  EXPECT_EQ(told.find("倒れていた"), std::string::npos);
}

TEST_F(Deciding, refuses_a_ground_that_reaches_no_such_recipient) {
  EXPECT_EQ(refusal(wish("AGENCY")), Kind::invalid) << "the coordinator is a contractor";
  EXPECT_EQ(refusal(wish("INTERNAL")), Kind::invalid);
  EXPECT_TRUE(take_decision(*context, wish("BENEFIT"), "officer/sato").has_value());
}

TEST_F(Deciding, is_named_in_every_row_of_what_went_under_it) {
  decided();
  sent();
  packet(held());
  bool seen = false;
  for (const auto& row : audited("packet.pulled")) {
    if (row.decision != audit::Decision::allow) continue;
    seen = true;
    EXPECT_EQ(row.basis, "EMERGENCY");
    EXPECT_EQ(row.objects.back(), "officer/sato");
  }
  EXPECT_TRUE(seen);
  const auto taken = audited("decision.taken");
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].actor, "officer/sato");
  EXPECT_EQ(taken[0].fields, (std::vector<std::string>{"identity", "contact", "statement"}));
}

TEST_F(Deciding, stops_with_its_end) {
  decided();
  sent();
  EXPECT_NE(packet(held()), "not_found");
  clock.advance(std::chrono::hours(20));
  EXPECT_EQ(packet(held()), "not_found");
  EXPECT_TRUE(claim_all().empty());
  EXPECT_EQ(held().status, "held");
}

TEST_F(Deciding, stops_when_the_second_officer_says_no_and_only_he_can) {
  const auto id = decided();
  sent();
  using enum NamedDecision::Outcome;
  EXPECT_EQ(review_decision(*context, id, ended, "officer/sato").error().kind(), Kind::forbidden);
  EXPECT_NE(packet(held()), "not_found");
  EXPECT_TRUE(review_decision(*context, id, ended, "officer/ito").has_value());
  EXPECT_EQ(packet(held()), "not_found");
  EXPECT_EQ(audited("decision.ended").size(), 1U);
}

TEST_F(Deciding, stands_while_the_second_officer_upholds_it) {
  const auto id = decided();
  sent();
  ASSERT_TRUE(review_decision(*context, id, NamedDecision::Outcome::upheld, "officer/ito"));
  EXPECT_NE(packet(held()), "not_found");
}

TEST_F(Deciding, is_for_officers_who_may_decide) {
  EXPECT_EQ(refusal(wish(), "operator/sato"), Kind::forbidden);
  EXPECT_EQ(refusal(wish(), "officer/unknown"), Kind::forbidden);
  EXPECT_EQ(refusal(wish("CONSENT")), Kind::invalid);
  EXPECT_EQ(refusal(wish("SHIEN-KAIGI")), Kind::invalid);
  EXPECT_EQ(refusal(wish("EMERGENCY", {Item::identity, Item::tax})), Kind::invalid);
  EXPECT_EQ(refusal(wish("EMERGENCY", {Item::mynumber})), Kind::invalid);
  EXPECT_EQ(refusal(wish("EMERGENCY", {Item::informant})), Kind::invalid);
  auto blank = wish();
  blank.reason = " 　";
  EXPECT_EQ(refusal(blank), Kind::invalid);
  auto endless = wish();
  endless.until = clock.now() + std::chrono::hours(24 * 30);
  EXPECT_EQ(refusal(endless), Kind::invalid);
  auto stranger = wish();
  stranger.person = base::PersonId::make(clock.now(), random);
  EXPECT_EQ(refusal(stranger), Kind::not_found);
  EXPECT_EQ(sent(), "held");
}

TEST_F(Deciding, opens_no_tax_and_no_informant_even_beside_what_it_opens) {
  deliver(kaigo, {record("consultation", "c2",
                         about("a1", R"("abuse":true,"caller":{"name":"通報 太郎"},)"
                                     R"("labels":[{"pointer":"/caller","item":"informant"}])")),
                  record("consultation", "c3",
                         about("a1", R"("wish":"滞納の相談","labels":[{"pointer":"/wish",)"
                                     R"("item":"tax"}])"))});
  decided();
  sent();
  const auto told = packet(held());
  EXPECT_NE(told.find("レイ ハナコ"), std::string::npos);
  EXPECT_EQ(told.find("通報"), std::string::npos);
  EXPECT_EQ(told.find("滞納"), std::string::npos);
}

TEST_F(Deciding, does_not_reach_who_is_near_a_hidden_person) {
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1939-01-01,\r\n");
  deliver(kaigo, {person({.key = "n1", .kana = "レイ イチロウ", .birthday = "1939-01-01"}, ""),
                  consent("kn", "n1"), referral("rn", "n1")});
  const auto all = referrals();
  const auto& hers = all.back();
  ASSERT_TRUE(take_decision(*context,
                            {hers.id,
                             {},
                             "EMERGENCY",
                             {Item::identity, Item::contact},
                             clock.now() + std::chrono::hours(5),
                             "危険"},
                            "officer/sato"));
  EXPECT_EQ(send_again(*context, hers.id, "", "officer/sato").value(), "held");
}

TEST_F(Deciding, of_a_member_of_the_household_opens_that_members_data_alone) {
  deliver(kaigo, {person({.key = "a2", .kana = "レイ イチロウ"}, ""),
                  record("consultation", "c9", about("a2", R"("wish":"就職")"))});
  const auto son = look([&](store::Reader& reader) {
    return *store::read_person(reader,
                               person_behind(reader, person_token(*context, kaigo, "a2"))->person);
  });
  auto about_son = wish();
  about_son.person = son.id;
  ASSERT_TRUE(take_decision(*context, about_son, "officer/sato"));
  EXPECT_EQ(sent(), "held") << "the case's person is not in it";
  decided();
  EXPECT_EQ(sent(), "sent");
  EXPECT_NE(packet(held()).find("就職"), std::string::npos);
}

TEST_F(Deciding, that_it_would_harm_stops_even_a_consented_referral_until_it_is_ended) {
  deliver(kaigo, {consent("k1", "a1")});
  const auto harm = state_harm(*context, {held().id, {}, false, "加害のおそれ"}, "officer/sato");
  ASSERT_TRUE(harm.has_value());
  EXPECT_EQ(sent(), "held");
  const auto opened = store::standing_harms;
  EXPECT_EQ(look([&](store::Reader& reader) { return opened(reader); }).size(), 1U);
  EXPECT_FALSE(end_harm(*context, *harm, "", "officer/ito"));
  ASSERT_TRUE(end_harm(*context, *harm, "転居した", "officer/ito"));
  EXPECT_FALSE(end_harm(*context, *harm, "もう一度", "officer/ito"));
  EXPECT_EQ(sent(), "sent");
  EXPECT_EQ(audited("harm.found").size(), 1U);
  EXPECT_EQ(audited("harm.ended").size(), 1U);
}

TEST_F(Deciding, harm_towards_one_recipient_leaves_the_others_alone) {
  deliver(kaigo, {consent("k1", "a1")});
  ASSERT_TRUE(state_harm(*context, {held().id, {}, false, "おそれ"}, "officer/sato"));
  look([&](store::Reader& reader) {
    const auto& agency = profile::find_desk(book->profile, held().to_desk)->agency.code;
    EXPECT_FALSE(store::harmful_items(reader, held().person, agency).empty());
    EXPECT_TRUE(store::harmful_items(reader, held().person, "elim").empty());
    return true;
  });
  ASSERT_TRUE(state_harm(*context, {held().id, {}, true, "誰にも"}, "officer/sato"));
  EXPECT_TRUE(look([&](store::Reader& reader) {
    return !store::harmful_items(reader, held().person, "elim").empty();
  }));
  EXPECT_FALSE(state_harm(*context, {held().id, {}, true, ""}, "officer/sato"));
  EXPECT_FALSE(state_harm(*context, {held().id, {}, true, "理由"}, "operator/root"));
}

/// Who holds a datum is asked on the ground `own` alone: no referral goes on that ground, so the
/// constant that Situated states can change no answer.
TEST_F(Deciding, who_holds_a_datum_changes_no_answer_on_any_ground_of_a_referral) {
  for (const auto& row : book->law.bases.rows()) {
    if (row.forum_class == domain::ForumClass::own) continue;
    for (std::size_t at = 1; at < domain::item_count; ++at) {
      domain::Facts facts;
      facts.item = static_cast<Item>(at);
      facts.subject = domain::Subject::focus;
      facts.forum_class = row.forum_class;
      facts.holder = domain::YesNo::no;
      auto other = facts;
      other.holder = domain::YesNo::yes;
      EXPECT_EQ(domain::decide(facts), domain::decide(other)) << row.code;
    }
  }
}

}  // namespace
}  // namespace hub::service
