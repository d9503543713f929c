// What a person says to an officer, and what a word that takes away stops.
#include "hub/service/say_consent.hpp"

#include "hub/service/consent_events.hpp"
#include "hub/service/expire.hpp"
#include "tests/hub/service/answering_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::ConsentAct;
using domain::ConsentObject;
using domain::Item;

class Saying : public Answering {
 protected:
  Saying() {
    employ({"sato"});
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena"),
                    record("consultation", "c1", about("a1", R"("income":{"debts":"あり"})")),
                    referral("r1", "a1")});
  }
  store::StoredReferral only() {
    auto all = referrals();
    return std::move(all.at(0));
  }
  base::PersonId hanako() {
    return look(
        [&](store::Reader& reader) { return store::read_person(reader, only().person)->id; });
  }
  ConsentWord word(ConsentAct act) {
    ConsentWord out;
    out.person = hanako();
    out.act = act;
    return out;
  }
  ConsentWord given() {
    auto out = word(ConsentAct::given);
    out.form = "J1";
    return out;
  }
  ConsentSaid say(const ConsentWord& said, const std::string& asker = "officer/sato") {
    auto done = say_consent(*context, said, asker);
    EXPECT_TRUE(done.has_value()) << done.error().text();
    return done ? std::move(*done) : ConsentSaid();
  }
  Kind refused(const ConsentWord& said, const std::string& asker = "officer/sato") {
    const auto done = say_consent(*context, said, asker);
    EXPECT_FALSE(done.has_value());
    return done ? Kind::internal : done.error().kind();
  }
  std::string sent() { return send_again(*context, only().id, "", "officer/sato").value(); }
  /// Given, sent, and pulled by the coordinator.
  void share() {
    say(given());
    ASSERT_EQ(sent(), "sent");
    carry();
    ASSERT_NE(packet(only()), "not_found");
    clock.advance(std::chrono::minutes(1));
  }
  std::vector<store::StopNotice> stops(bool waiting = false) {
    return look([&](store::Reader& reader) { return store::list_stops(reader, waiting, 100); });
  }
  std::vector<store::Order> orders() {
    return look([&](store::Reader& reader) { return store::orders_of(reader, only().row); });
  }
};

TEST_F(Saying, a_consent_by_form_lets_the_held_referral_go) {
  EXPECT_EQ(sent(), "held");
  say(given());
  EXPECT_EQ(sent(), "sent");
  ASSERT_EQ(audited("consent.given").size(), 2U) << "to the support and to sharing";
  EXPECT_EQ(audited("consent.given")[0].actor, "officer/sato");
}

// R-25
TEST_F(Saying, a_consent_to_the_support_alone_shares_nothing) {
  auto support = given();
  support.objects = {ConsentObject::support};
  say(support);
  EXPECT_EQ(sent(), "held");
}

TEST_F(Saying, a_consent_without_a_form_names_all_its_parts_and_its_end) {
  auto scoped = word(ConsentAct::given);
  scoped.objects = {ConsentObject::sharing};
  scoped.scope.forums = domain::Selection({"CONSENT"});
  scoped.scope.recipients = domain::Selection({"coordinator"});
  scoped.scope.purposes = domain::Selection({"tie_in"});
  EXPECT_EQ(refused(scoped), Kind::invalid);
  scoped.scope.labels = {Item::identity};
  EXPECT_EQ(refused(scoped), Kind::invalid) << "no end";
  scoped.until = base::jst_day(clock.now());
  say(scoped);
  EXPECT_EQ(sent(), "sent");
  clock.set(domain::end_of_jst_day(base::jst_day(clock.now())));
  EXPECT_TRUE(claim_all().empty()) << "over at 24:00";
}

TEST_F(Saying, words_that_nobody_knows_are_refused) {
  auto unknown = given();
  unknown.form = "J99";
  EXPECT_EQ(refused(unknown), Kind::invalid);
  auto narrowed = word(ConsentAct::narrowed);
  EXPECT_EQ(refused(narrowed), Kind::invalid) << "says not what";
  narrowed.scope.recipients = domain::Selection({"nobody-there"});
  EXPECT_EQ(refused(narrowed), Kind::invalid);
  narrowed.scope.recipients = domain::Selection({"coordinator"});
  narrowed.objects = {ConsentObject::support};
  EXPECT_EQ(refused(narrowed), Kind::invalid);
  auto tomorrow = given();
  tomorrow.said_on = base::jst_day(clock.now() + std::chrono::hours(24));
  EXPECT_EQ(refused(tomorrow), Kind::invalid);
  auto stranger = given();
  stranger.person = base::PersonId::make(clock.now(), random);
  EXPECT_EQ(refused(stranger), Kind::not_found);
}

TEST_F(Saying, who_speaks_for_another_says_why_he_may) {
  auto guardian = given();
  guardian.given_by = domain::ConsentGiver::guardian;
  EXPECT_EQ(refused(guardian), Kind::invalid);
  guardian.giver_basis = "成年後見人（登記事項証明書を確認）";
  say(guardian);
  EXPECT_EQ(sent(), "sent");
}

TEST_F(Saying, only_an_officer_writes_a_consent_down_but_anybody_a_withdrawal) {
  EXPECT_EQ(refused(given(), "operator/root"), Kind::forbidden);
  share();
  say(word(ConsentAct::withdrawn), "operator/root");
  EXPECT_EQ(packet(only()), "not_found");
}

// R-116
TEST_F(Saying, a_withdrawal_holds_what_waits_in_the_same_moment) {
  say(given());
  ASSERT_EQ(sent(), "sent");
  const auto said = say(word(ConsentAct::withdrawn));
  EXPECT_TRUE(said.stopped.in_flight.empty());
  EXPECT_TRUE(said.stopped.holders.empty()) << "nobody got anything";
  ASSERT_EQ(said.stopped.held.size(), 1U);
  EXPECT_EQ(only().status, "held");
  EXPECT_EQ(orders().at(0).fate, store::Fate::withheld);
  EXPECT_TRUE(claim_all().empty());
}

TEST_F(Saying, a_withdrawal_names_what_is_on_its_way_and_stops_its_next_try) {
  say(given());
  ASSERT_EQ(sent(), "sent");
  const auto claimed = claim_all();
  ASSERT_EQ(claimed.size(), 1U);
  const auto said = say(word(ConsentAct::withdrawn));
  ASSERT_EQ(said.stopped.in_flight.size(), 1U);
  EXPECT_EQ(said.stopped.in_flight[0].order.order, claimed[0].order.id);
  EXPECT_EQ(said.stopped.in_flight[0].order.partner, "sakutomo");
  EXPECT_EQ(said.stopped.holders.size(), 1U) << "it may arrive";
  commit([&](store::Transaction& tx) {
    store::add_attempt(tx, claimed[0].order.row, 503, "http_503");
    store::retry_order(tx, claimed[0].order.row, tx.now());
    return true;
  });
  EXPECT_TRUE(claim_all().empty()) << "the retry asks the gate";
  EXPECT_EQ(only().status, "held");
  const auto stop = claim_all();
  ASSERT_EQ(stop.size(), 1U);
  EXPECT_EQ(stop[0].order.kind, codec::event_type::stop_use);
}

TEST_F(Saying, who_holds_a_copy_is_told_to_stop_with_nothing_but_the_referrals_id) {
  share();
  const auto said = say(word(ConsentAct::withdrawn));
  ASSERT_EQ(said.stopped.holders.size(), 1U);
  EXPECT_EQ(said.stopped.holders[0].partner, "sakutomo");
  EXPECT_FALSE(said.stopped.holders[0].by_hand);
  const auto going = claim_all();
  ASSERT_EQ(going.size(), 1U);
  const auto parsed = tsunagu::json::parse_untrusted(going[0].body);
  EXPECT_EQ(parsed.root().find("type").text(), "tsunagu.referral.stop_use");
  std::vector<std::string> members;
  for (const auto member : parsed.root().find("data"))
    members.emplace_back(member.key());
  EXPECT_EQ(members, (std::vector<std::string>{"referralId"}));
  EXPECT_EQ(going[0].body.find("レイ"), std::string::npos);
  EXPECT_EQ(packet(only()), "not_found");
  EXPECT_EQ(audited("stop_use.ordered").size(), 1U);
}

TEST_F(Saying, a_stop_notice_is_tracked_to_the_partners_answer) {
  share();
  say(word(ConsentAct::withdrawn));
  carry();
  ASSERT_EQ(stops(true).size(), 1U);
  answer("use_stopped", "", "shakyo");
  EXPECT_EQ(stops(true).size(), 1U) << "another partner says nothing for this one";
  answer("use_stopped");
  EXPECT_TRUE(stops(true).empty());
  ASSERT_EQ(stops().size(), 1U);
  EXPECT_EQ(audited("stop_use.answered").size(), 1U);
  EXPECT_EQ(only().status, "received") << "an answer about a copy moves no referral";
  answer("use_stopped");
  EXPECT_EQ(stops().size(), 1U);
}

TEST_F(Saying, a_second_withdrawal_adds_no_second_notice) {
  share();
  say(word(ConsentAct::withdrawn));
  EXPECT_TRUE(say(word(ConsentAct::withdrawn)).stopped.holders.empty());
  EXPECT_EQ(stops().size(), 1U);
}

TEST_F(Saying, a_narrowing_keeps_the_rest_and_tells_the_holder) {
  share();
  EXPECT_NE(packet(only()).find("あり"), std::string::npos);
  clock.advance(std::chrono::minutes(1));
  auto narrowed = word(ConsentAct::narrowed);
  narrowed.scope.labels = {Item::income};
  const auto said = say(narrowed);
  EXPECT_EQ(said.stopped.holders.size(), 1U);
  EXPECT_TRUE(said.stopped.held.empty());
  EXPECT_NE(packet(only()).find("レイ ハナコ"), std::string::npos);
  EXPECT_EQ(packet(only()).find("あり"), std::string::npos);
}

TEST_F(Saying, what_takes_nothing_away_stops_nothing) {
  share();
  auto support = word(ConsentAct::withdrawn);
  support.objects = {ConsentObject::support};
  const auto said = say(support);
  EXPECT_TRUE(said.stopped.holders.empty());
  EXPECT_NE(packet(only()), "not_found") << "sharing was not withdrawn";
  auto narrowed = word(ConsentAct::narrowed);
  narrowed.scope.recipients = domain::Selection({"care-center"});
  EXPECT_TRUE(say(narrowed).stopped.holders.empty());
}

TEST_F(Saying, a_renewal_lives_on_after_a_withdrawal_and_a_reopening) {
  const auto first = say(given());
  clock.advance(std::chrono::minutes(1));
  say(word(ConsentAct::withdrawn));
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(sent(), "held");
  auto again = word(ConsentAct::renewed);
  again.consent = first.consent;
  EXPECT_EQ(say(again).consent, first.consent);
  EXPECT_EQ(sent(), "sent");
  again.consent = base::ConsentId::make(clock.now(), random);
  EXPECT_EQ(refused(again), Kind::not_found);
}

TEST_F(Saying, a_refusal_and_a_question_are_events_of_their_own) {
  say(word(ConsentAct::asked));
  say(word(ConsentAct::refused));
  const auto events = look([&](store::Reader& reader) {
    return spoken_by(reader, {only().person, hanako()});
  });
  ASSERT_EQ(events.size(), 4U) << "each about the support and about sharing";
  EXPECT_EQ(events[0].act, ConsentAct::asked);
  EXPECT_EQ(events[3].act, ConsentAct::refused);
}

/// The clock was a day ahead when the consent was written down, and is put right before the
/// withdrawal.
TEST_F(Saying, a_clock_set_back_does_not_let_a_withdrawn_consent_live_again) {
  clock.advance(std::chrono::hours(24));
  say(given());
  clock.advance(-std::chrono::hours(24));
  say(word(ConsentAct::withdrawn));
  EXPECT_EQ(sent(), "held");
  clock.advance(std::chrono::hours(25));
  EXPECT_EQ(sent(), "held");
}

TEST_F(Saying, a_withdrawal_stands_though_the_clock_is_set_back_before_it) {
  say(given());
  clock.advance(std::chrono::hours(2));
  say(word(ConsentAct::withdrawn));
  clock.advance(-std::chrono::hours(1));
  EXPECT_EQ(sent(), "held");
}

/// The moment at which whom an end has to be told is asked for.
TEST_F(Saying, a_withdrawal_stands_in_the_last_moment_before_an_end_too) {
  auto today = given();
  today.until = base::jst_day(clock.now());
  say(today);
  const auto end = domain::end_of_jst_day(*today.until);
  clock.set(end + std::chrono::hours(1));
  say(word(ConsentAct::withdrawn));
  clock.set(end - std::chrono::milliseconds(1));
  EXPECT_EQ(sent(), "held");
}

TEST_F(Saying, a_day_typed_late_takes_away_what_was_said_on_it_but_nothing_later) {
  auto morning = given();
  say(morning);
  const auto day = base::jst_day(clock.now());
  clock.advance(std::chrono::hours(24));
  auto late = word(ConsentAct::withdrawn);
  late.said_on = day;
  say(late);
  EXPECT_EQ(sent(), "held");
  say(given());
  clock.advance(std::chrono::minutes(1));
  say(late);
  EXPECT_EQ(sent(), "sent") << "what was said after that day stands";
}

TEST_F(Saying, a_withdrawal_that_a_fields_export_brings_tells_the_holder_too) {
  deliver(kaigo, {consent("k1", "a1")});
  ASSERT_EQ(sent(), "sent");
  carry();
  ASSERT_NE(packet(only()), "not_found");
  clock.advance(std::chrono::minutes(1));
  deliver(kaigo, {consent("k1", "a1")});
  EXPECT_TRUE(stops().empty()) << "the same word again takes nothing away";
  deliver(kaigo, {consent("k1", "a1", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  ASSERT_EQ(stops().size(), 1U);
  EXPECT_EQ(stops()[0].cause, "consent.changed");
}

TEST_F(Saying, a_members_withdrawal_tells_whoever_got_his_data_in_anothers_packet) {
  deliver(kaigo, {person({.key = "a2", .kana = "レイ イチロウ"}, ""),
                  record("consultation", "c9", about("a2", R"("wish":"就職")"))});
  const auto son = look([&](store::Reader& reader) {
    const auto link = person_behind(reader, person_token(*context, kaigo, "a2"));
    return store::read_person(reader, link->person)->id;
  });
  auto his = given();
  his.person = son;
  say(his);
  say(given());
  ASSERT_EQ(sent(), "sent");
  carry();
  ASSERT_NE(packet(only()).find("就職"), std::string::npos);
  clock.advance(std::chrono::minutes(1));
  auto withdrawn = word(ConsentAct::withdrawn);
  withdrawn.person = son;
  const auto said = say(withdrawn);
  ASSERT_EQ(said.stopped.holders.size(), 1U);
  EXPECT_TRUE(said.stopped.held.empty()) << "hers goes on";
  const auto now = packet(only());
  EXPECT_NE(now.find("レイ ハナコ"), std::string::npos);
  EXPECT_EQ(now.find("就職"), std::string::npos);
}

TEST_F(Saying, a_consent_record_that_is_taken_back_tells_the_holder_too) {
  deliver(kaigo, {consent("k1", "a1")});
  ASSERT_EQ(sent(), "sent");
  carry();
  ASSERT_NE(packet(only()), "not_found");
  clock.advance(std::chrono::minutes(1));
  deliver(kaigo, {record("removal", "x1", R"("targetKind":"consent","targetKey":"k1")")});
  EXPECT_EQ(packet(only()), "not_found");
  ASSERT_EQ(stops().size(), 1U);
  EXPECT_EQ(stops()[0].cause, "consent.removed");
}

TEST_F(Saying, what_an_officer_heard_from_a_holder_answers_the_notice_once) {
  share();
  const auto id = say(word(ConsentAct::withdrawn)).stopped.holders.at(0).notice;
  ASSERT_TRUE(note_stop_answer(*context, id, "officer/sato").has_value());
  EXPECT_TRUE(stops(true).empty());
  EXPECT_EQ(note_stop_answer(*context, id, "officer/sato").error().kind(), Kind::conflict);
  EXPECT_EQ(audited("stop_use.answered").size(), 1U);
}

/// Consents whose time comes while the hub looks, or while it is away.
class Expiring : public Saying {
 protected:
  /// Until the end of today.
  void share_today() {
    auto today = given();
    today.until = base::jst_day(clock.now());
    say(today);
    ASSERT_EQ(sent(), "sent");
    carry();
    ASSERT_NE(packet(only()), "not_found");
  }
  base::UtcMillis midnight() const { return domain::end_of_jst_day(base::jst_day(clock.now())); }
  void look_around() {
    for (auto more = stop_expired(*context); more.value(); more = stop_expired(*context)) {
    }
  }
};

TEST_F(Expiring, tells_the_holder_at_24_00_in_japan_and_not_before) {
  share_today();
  const auto end = midnight();
  ASSERT_EQ(next_expiry(*context).value(), end);
  clock.set(end - std::chrono::milliseconds(1));
  look_around();
  EXPECT_TRUE(stops().empty());
  clock.set(end);
  look_around();
  ASSERT_EQ(stops().size(), 1U);
  EXPECT_EQ(stops()[0].cause, "consent.expired");
  EXPECT_EQ(packet(only()), "not_found");
  look_around();
  EXPECT_EQ(stops().size(), 1U);
}

TEST_F(Expiring, stays_one_when_the_clock_is_set_back) {
  share_today();
  const auto end = midnight();
  clock.set(end - std::chrono::hours(1));
  ASSERT_NE(packet(only()), "not_found") << "the control";
  clock.set(end + std::chrono::hours(1));
  look_around();
  clock.set(end - std::chrono::hours(1));
  EXPECT_EQ(packet(only()), "not_found");
}

TEST_F(Expiring, is_not_missed_by_a_hub_that_was_away) {
  share_today();
  look_around();
  clock.set(midnight() + std::chrono::hours(9));
  reopen();
  look_around();
  ASSERT_EQ(stops().size(), 1U);
  const auto going = claim_all();
  ASSERT_EQ(going.size(), 1U);
  EXPECT_EQ(going[0].order.kind, codec::event_type::stop_use);
}

TEST_F(Expiring, holds_what_still_waits) {
  auto today = given();
  today.until = base::jst_day(clock.now());
  say(today);
  ASSERT_EQ(sent(), "sent");
  clock.set(midnight());
  look_around();
  EXPECT_EQ(only().status, "held");
  EXPECT_TRUE(stops().empty()) << "nobody got anything";
}

TEST_F(Expiring, of_a_consent_that_was_given_again_tells_nobody) {
  share_today();
  say(given());
  clock.set(midnight());
  look_around();
  EXPECT_TRUE(stops().empty());
  EXPECT_NE(packet(only()), "not_found");
}

}  // namespace
}  // namespace hub::service
