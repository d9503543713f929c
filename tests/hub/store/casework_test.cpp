// Persons, households, consents, referrals and signals, as linkage and the services use them.
#include "hub/store/arrivals.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/consents.hpp"
#include "hub/store/households.hpp"
#include "hub/store/link_words.hpp"
#include "hub/store/protections.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"
#include "hub/store/signals.hpp"
#include "hub/store/sources.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

class CaseworkTest : public StoreFixture {
 protected:
  CaseworkTest() {
    open();
    commit([&](Transaction& transaction) {
      feed = ensure_feed(transaction, "kaigo", "sodan");
      arrival = begin_arrival(transaction, feed, "").row;
      person = create_person(transaction);
      other = create_person(transaction);
    });
  }
  RecordRow add_record(Transaction& transaction, const std::string& key) const {
    IncomingRecord record;
    record.id = record_id(keys, feed, 0, key);
    record.feed = feed;
    return apply_record(transaction, record, arrival).row;
  }

  FeedRow feed;
  ArrivalRow arrival;
  PersonRef person;
  PersonRef other;
};

TEST_F(CaseworkTest, a_link_is_undone_and_made_anew_but_never_overwritten) {
  RecordRow record;
  commit([&](Transaction& t) {
    record = add_record(t, "1");
    link_record(t, record, person.row, Strength::probable, "kana_birthday", "system");
  });
  commit([&](Transaction& t) {
    EXPECT_TRUE(unlink_record(t, record, "officer/7"));
    EXPECT_FALSE(unlink_record(t, record, "officer/7"));
    link_record(t, record, other.row, Strength::officer, "decided", "officer/7");
  });
  EXPECT_EQ(look([&](Reader& r) { return link_of(r, record); })->person, other.row);
  const auto history = look([&](Reader& r) { return link_history(r, record); });
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].undone_by, "officer/7");
}

TEST_F(CaseworkTest, a_second_live_link_of_one_record_is_refused) {
  const auto done = database->write([&](Transaction& t) -> base::Result<> {
    const RecordRow record = add_record(t, "1");
    link_record(t, record, person.row, Strength::probable, "r", "system");
    link_record(t, record, other.row, Strength::probable, "r", "system");
    t.audit(entry("linked"));
    return {};
  });
  EXPECT_EQ(done.error().kind(), base::Kind::conflict);
}

TEST_F(CaseworkTest, a_decided_split_is_kept) {
  RecordRow one;
  RecordRow two;
  commit([&](Transaction& t) {
    one = add_record(t, "1");
    two = add_record(t, "2");
    link_record(t, one, person.row, Strength::deterministic, "r", "system");
    split_records(t, two, one, "officer/7", "twins");
  });
  EXPECT_TRUE(look([&](Reader& r) { return are_split(r, one, two); }));
  for (const auto& [mine, theirs] : {std::pair(one, two), std::pair(two, one)}) {
    const auto row = mine;
    EXPECT_EQ(look([&](Reader& r) { return split_from(r, row); }), std::vector{theirs});
  }
}

TEST_F(CaseworkTest, a_word_over_many_pairs_is_taken_back_at_once_and_said_again) {
  std::vector<RecordRow> rows;
  const auto say = [&](Transaction& t) {
    const auto word = t.new_id<LinkWordId>();
    for (const auto at : {1U, 2U})
      split_records(t, rows.at(0), rows.at(at), "officer/7", "twins", word);
    return word;
  };
  commit([&](Transaction& t) {
    for (const auto* key : {"1", "2", "3"})
      rows.push_back(add_record(t, key));
    EXPECT_TRUE(take_back(t, say(t), "officer/8"));
  });
  EXPECT_FALSE(look([&](Reader& r) { return are_split(r, rows[0], rows[1]); }));
  EXPECT_TRUE(look([&](Reader& r) { return split_from(r, rows[0]); }).empty());
  commit([&](Transaction& t) { say(t); });
  EXPECT_TRUE(look([&](Reader& r) { return are_split(r, rows[0], rows[2]); }));
  const auto words = look([](Reader& r) { return list_words(r, 9); });
  ASSERT_EQ(words.size(), 2U) << "what was taken back is kept";
  EXPECT_EQ(words[0].undone_at.has_value() + words[1].undone_at.has_value(), 1);
  EXPECT_EQ(look([&](Reader& r) { return records_of_word(r, words[0].id); }), rows);
}

TEST_F(CaseworkTest, a_decided_join_stands_until_it_is_undone) {
  RecordRow one;
  RecordRow two;
  commit([&](Transaction& t) {
    one = add_record(t, "1");
    two = add_record(t, "2");
    join_records(t, two, one, "officer/7");
    join_records(t, one, two, "officer/8");
  });
  EXPECT_EQ(look([&](Reader& r) { return joined_to(r, one); }), std::vector{two});
  EXPECT_EQ(look([&](Reader& r) { return joined_to(r, two); }), std::vector{one});
  commit([&](Transaction& t) {
    const auto words = words_about(t, two, one);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].decided_by, "officer/7");
    EXPECT_TRUE(take_back(t, words[0].id, "officer/7"));
    EXPECT_FALSE(take_back(t, words[0].id, "officer/7"));
  });
  EXPECT_TRUE(look([&](Reader& r) { return joined_to(r, one); }).empty());
}

TEST_F(CaseworkTest, a_consent_follows_its_record_but_not_over_an_uncertain_link) {
  RecordRow record;
  commit([&](Transaction& t) {
    record = add_record(t, "1");
    link_record(t, record, person.row, Strength::deterministic, "own", "system");
    add_consent_event(t, {.consent = t.new_id<base::ConsentId>(),
                          .record = record,
                          .status = "given",
                          .given_at = t.now(),
                          .by = "source/kaigo",
                          .body = "{}"});
  });
  const auto count = [&](const PersonRef& of) {
    return look([&](Reader& r) { return consent_events_of(r, of.row).size(); });
  };
  EXPECT_EQ(count(person), 1u);
  commit([&](Transaction& t) {
    unlink_record(t, record, "system");
    link_record(t, record, other.row, Strength::probable, "kana_birthday", "system");
  });
  EXPECT_EQ(count(person), 0u);
  EXPECT_EQ(count(other), 0u);
  commit([&](Transaction& t) {
    unlink_record(t, record, "officer/7");
    link_record(t, record, other.row, Strength::officer, "confirmed", "officer/7");
  });
  EXPECT_EQ(count(other), 1u);
}

TEST_F(CaseworkTest, consent_events_are_append_only_and_in_order) {
  commit([&](Transaction& t) {
    const auto consent = t.new_id<base::ConsentId>();
    for (const char* status : {"given", "withdrawn", "given"})
      add_consent_event(t, {.consent = consent,
                            .person = person.row,
                            .status = status,
                            .given_at = t.now(),
                            .by = "officer/7",
                            .body = "{}"});
  });
  const auto events = look([&](Reader& r) { return consent_events_of(r, person.row); });
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[1].status, "withdrawn");
  const auto erased = database->write([](Transaction& t) -> base::Result<> {
    t.execute("DELETE FROM consent_events");
    t.audit(entry("erased"));
    return {};
  });
  EXPECT_TRUE(erased.has_error());
}

TEST_F(CaseworkTest, members_of_a_household_come_and_go_without_being_forgotten) {
  HouseholdRef household;
  commit([&](Transaction& t) {
    household = create_household(t);
    put_member(t, household.row, {.person = person.row, .evidence = "register_number"}, "system");
    put_member(t, household.row, {.person = other.row, .evidence = "address"}, "system");
    put_member(t, household.row, {.person = person.row, .evidence = "officer"}, "officer/7");
    undo_member(t, household.row, other.row, "officer/7");
  });
  const auto members = look([&](Reader& r) { return members_of(r, household.row); });
  ASSERT_EQ(members.size(), 1u);
  EXPECT_EQ(members[0].evidence, "officer");
  EXPECT_TRUE(look([&](Reader& r) { return households_of(r, other.row); }).empty());
}

TEST_F(CaseworkTest, who_moved_away_is_known_to_have_lived_there_and_may_come_back) {
  HouseholdRef household;
  commit([&](Transaction& t) {
    household = create_household(t);
    put_member(t, household.row, {.person = person.row, .evidence = "address"}, "system");
    EXPECT_TRUE(end_member(t, household.row, person.row, "2026-04-10"));
    EXPECT_FALSE(end_member(t, household.row, person.row, "2026-04-11")) << "ended already";
    EXPECT_TRUE(members_of(t, household.row).empty());
    EXPECT_TRUE(memberships_of(t, person.row).empty());
    EXPECT_EQ(former_members_of(t, household.row).at(0).until_day, "2026-04-10");
    put_member(t, household.row,
               {.person = person.row, .evidence = "address", .from_day = "2026-05-01"}, "system");
  });
  EXPECT_EQ(look([&](Reader& r) { return former_members_of(r, household.row).size(); }), 1U);
  const auto now = look([&](Reader& r) { return memberships_of(r, person.row); });
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].from_day, "2026-05-01");
}

TEST_F(CaseworkTest,
       a_protection_counts_from_its_first_day_to_its_last_and_ends_with_the_register) {
  const crypto::Token token = keys.tokens(crypto::Purpose::kana_birthday).token("x");
  const auto on = [&](const char* day) {
    return look([&](Reader& r) { return protections_with(r, {token}, day).size(); });
  };
  commit([&](Transaction& t) {
    put_protection(t,
                   {.feed = feed,
                    .key = "1",
                    .from_day = "2026-04-01",
                    .until_day = "2027-03-31",
                    .tokens = {{token, Side::hidden}},
                    .body = "{}"},
                   arrival);
  });
  EXPECT_EQ(on("2026-03-31"), 0u);
  EXPECT_EQ(on("2026-04-01"), 1u);
  EXPECT_EQ(on("2027-03-31"), 1u);
  EXPECT_EQ(on("2027-04-01"), 0u);
  commit([&](Transaction& t) {
    const ArrivalRow next = begin_arrival(t, feed, "").row;
    EXPECT_EQ(end_others(t, feed, next), 1);
  });
  EXPECT_EQ(on("2026-04-01"), 0u);
}

TEST_F(CaseworkTest, a_referral_is_made_once_and_keeps_the_history_of_its_states) {
  NewReferral fresh{.person = person.row,
                    .from_desk = "kaigo-1",
                    .to_desk = "sakutomo",
                    .reason = "e",
                    .legal_basis = "CONSENT",
                    .status = "draft",
                    .correlation = "c",
                    .origin = "record/1",
                    .body = R"({"text":"架空"})"};
  ReferralRef referral;
  commit([&](Transaction& t) {
    referral = create_referral(t, fresh, "system").value();
    EXPECT_FALSE(create_referral(t, fresh, "system"));
    EXPECT_TRUE(set_referral_status(t, referral.row, "draft", "held", "gate", "no_consent"));
    EXPECT_FALSE(set_referral_status(t, referral.row, "draft", "sent", "gate", ""));
  });
  const auto stored = look([&](Reader& r) { return find_referral(r, referral.id); });
  EXPECT_EQ(stored->status, "held");
  EXPECT_EQ(stored->body.look_inside(), R"({"text":"架空"})");
  const auto events = look([&](Reader& r) { return events_of(r, referral.row); });
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[1].reason, "no_consent");
  EXPECT_EQ(look([](Reader& r) { return list_referrals(r, "held", 9); }).size(), 1u);
}

TEST_F(CaseworkTest, a_case_closes_and_reopens_only_from_the_state_it_is_in) {
  CaseRef opened;
  commit([&](Transaction& t) {
    opened = open_case(t, {}, "received", "{}");
    put_case_person(t, opened.row, person.row, true);
    EXPECT_FALSE(set_case_status(t, opened.row, "active", "closed"));
    EXPECT_TRUE(set_case_status(t, opened.row, "received", "closed"));
  });
  EXPECT_TRUE(look([&](Reader& r) { return open_cases_of(r, person.row); }).empty());
  commit(
      [&](Transaction& t) { EXPECT_TRUE(set_case_status(t, opened.row, "closed", "reopened")); });
  EXPECT_EQ(look([&](Reader& r) { return open_cases_of(r, person.row); }), std::vector{opened.row});
  EXPECT_EQ(look([&](Reader& r) { return find_case(r, opened.id); })->reopened_at, clock.now());
}

TEST_F(CaseworkTest, a_signal_is_raised_once_until_it_is_decided) {
  commit([&](Transaction& t) {
    const auto raised = raise_signal(t, "ask_consent", {}, {});
    ASSERT_TRUE(raised);
    EXPECT_FALSE(raise_signal(t, "ask_consent", {}, {}));
    EXPECT_TRUE(decide_signal(t, *raised, "asked", "officer/7"));
    EXPECT_FALSE(decide_signal(t, *raised, "asked", "officer/7"));
    EXPECT_TRUE(raise_signal(t, "ask_consent", {}, {}));
  });
  EXPECT_EQ(look([](Reader& r) { return list_open_signals(r, 9); }).size(), 1u);
}

}  // namespace
}  // namespace hub::store
