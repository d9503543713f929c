#include "hub/store/consents.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;
using store::ArrivalState;

class Applied : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  static std::vector<std::string> people(int from, int until, const std::string& sex = "2") {
    std::vector<std::string> all;
    for (int i = from; i < until; ++i)
      all.push_back(record("person", "a" + std::to_string(i), R"("sex":")" + sex + '"'));
    return all;
  }
  bool holds(const std::string& key, RecordKind kind = RecordKind::person) {
    const auto found = stored(kaigo, kind, key);
    return found && !found->removed;
  }
};

TEST_F(Applied, nothing_counts_before_the_delivery_is_applied) {
  const auto kept = keep(kaigo, "x");
  ASSERT_TRUE(begin_decoding(*context, kaigo, kept).value());
  Stager stager(*context, kaigo, {kept.row, kept.id});
  ASSERT_TRUE(stager.record(people(0, 1)[0], 2).has_value());
  EXPECT_FALSE(holds("a0"));
}

TEST_F(Applied, an_unchanged_record_is_passed_over) {
  deliver(kaigo, people(0, 3));
  const auto again = deliver(kaigo, people(0, 3));
  EXPECT_EQ(again.counts.unchanged, 3);
  EXPECT_EQ(again.counts.changed, 0);
}

TEST_F(Applied, a_record_that_a_delivery_changes_and_changes_back_is_as_it_was) {
  const auto before = record("consultation", "c1", about("a1", R"("course":"前")"));
  const auto other = record("consultation", "c1", about("a1", R"("course":"後")"));
  deliver(kaigo, {before});
  deliver(kaigo, {other, before});
  const auto held = stored(kaigo, RecordKind::consultation, "c1");
  ASSERT_TRUE(held && held->body);
  EXPECT_NE(held->body->look_inside().find("前"), std::string::npos);
}

TEST_F(Applied, a_record_that_a_delivery_removes_and_brings_again_is_held) {
  const auto before = record("consultation", "c1", about("a1"));
  const auto removal = record("removal", "x1", R"("targetKind":"consultation","targetKey":"c1")");
  deliver(kaigo, {before});
  deliver(kaigo, {removal, before});
  EXPECT_TRUE(holds("c1", RecordKind::consultation));
  EXPECT_TRUE(stored(kaigo, RecordKind::consultation, "c1")->body);
}

TEST_F(Applied, a_new_record_that_a_delivery_removes_and_brings_again_is_held_once) {
  const auto fresh = record("consultation", "c1", about("a1"));
  const auto removal = record("removal", "x1", R"("targetKind":"consultation","targetKey":"c1")");
  deliver(kaigo, {fresh, removal, fresh});
  EXPECT_TRUE(holds("c1", RecordKind::consultation));
  deliver(kaigo, {record("removal", "x2", R"("targetKind":"consultation","targetKey":"c1")")});
  EXPECT_FALSE(holds("c1", RecordKind::consultation));
}

TEST_F(Applied, a_new_record_that_comes_twice_is_held_as_it_came_last) {
  const auto ended =
      deliver(kaigo, {record("consultation", "c1", about("a1", R"("course":"前")")),
                      record("consultation", "c1", about("a1", R"("course":"後")"))});
  EXPECT_EQ(ended.counts.added, 1);
  EXPECT_EQ(ended.counts.changed, 1);
  const auto held = stored(kaigo, RecordKind::consultation, "c1");
  EXPECT_NE(held->body->look_inside().find("後"), std::string::npos);
}

TEST_F(Applied, the_same_bytes_again_are_discarded_unless_each_delivery_is_whole) {
  for (const auto mode : {FeedMode::delta, FeedMode::full}) {
    kaigo.mode = mode;
    const std::string bytes = mode == FeedMode::full ? "full" : "delta";
    settle(kaigo, keep(kaigo, bytes), people(0, 1));
    const auto again = settle(kaigo, keep(kaigo, bytes), people(0, 1));
    EXPECT_EQ(again.state == ArrivalState::applied, mode == FeedMode::full);
  }
}

TEST_F(Applied, an_absent_member_stays_and_a_null_one_is_cleared) {
  deliver(kaigo, {record("consultation", "c1", about("a1", R"("wish":"在宅","course":"訪問")"))});
  deliver(kaigo, {record("consultation", "c1", about("a1", R"("course":null)"))});
  const auto found = stored(kaigo, RecordKind::consultation, "c1");
  ASSERT_TRUE(found && found->body);
  EXPECT_NE(found->body->look_inside().find("在宅"), std::string_view::npos);
  EXPECT_EQ(found->body->look_inside().find("訪問"), std::string_view::npos);
}

TEST_F(Applied, a_change_that_leaves_the_number_out_keeps_the_person_findable) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  deliver(kaigo, {record("person", "a1", R"("sex":"2")")});
  const auto rows = look([&](store::Reader& reader) {
    const auto link = person_behind(reader, person_token(*context, kaigo, "a1"));
    return of_kind(MatchKind::number, store::tokens_of(reader, link->record)).size();
  });
  EXPECT_EQ(rows, 1U);
}

TEST_F(Applied, a_whole_delivery_removes_what_it_does_not_name_even_if_a_row_comes_twice) {
  kaigo.mode = FeedMode::full;
  deliver(kaigo, people(0, 2));
  auto once = people(0, 1);
  once.push_back(once.front());
  const auto second = deliver(kaigo, once);
  EXPECT_TRUE(holds("a0"));
  EXPECT_FALSE(holds("a1"));
  EXPECT_EQ(second.counts.removed, 1);
}

TEST_F(Applied, a_rejected_row_of_a_whole_delivery_is_present_and_keeps_what_is_stored) {
  may_reject = true;
  kaigo.mode = FeedMode::full;
  deliver(kaigo, people(0, 2));
  auto rows = people(0, 1);
  rows.push_back(record("person", "a1", R"("sex":"no code")"));
  const auto second = deliver(kaigo, rows);
  EXPECT_EQ(second.state, ArrivalState::applied);
  EXPECT_EQ(second.counts.rejects, 1);
  EXPECT_EQ(second.counts.removed, 0);
  EXPECT_TRUE(holds("a1"));
  deliver(kaigo, people(0, 1));  // the control: without a reject it is gone
  EXPECT_FALSE(holds("a1"));
}

TEST_F(Applied, once_a_person_has_looked_at_the_rejects_what_a_whole_delivery_lacks_goes) {
  kaigo.mode = FeedMode::full;
  may_reject = true;
  const std::vector<std::string> rows = {people(0, 1).front(), "{}"};
  deliver(kaigo, people(0, 2));
  const auto first = deliver(kaigo, rows);
  ASSERT_EQ(first.counts.removed, 0);
  ASSERT_TRUE(accept_rejects(*context, first.id, "staff/1").has_value());
  const auto again = arrival(first);
  ASSERT_EQ(again.state, ArrivalState::received);
  const auto ended = settle(kaigo, again, rows, {}, is_wanted(again));
  EXPECT_EQ(ended.state, ArrivalState::applied);
  EXPECT_EQ(ended.counts.removed, 1);
  EXPECT_EQ(ended.reason, "");
}

TEST_F(Applied, only_the_rejects_of_the_last_delivery_can_be_accepted) {
  kaigo.mode = FeedMode::full;
  may_reject = true;
  const auto older = deliver(kaigo, {people(0, 1).front(), "{}"});
  const auto clean = deliver(kaigo, people(0, 1));
  for (const auto& id : {older.id, clean.id})
    EXPECT_EQ(accept_rejects(*context, id, "staff/1").error().kind(), base::Kind::conflict);
}

TEST_F(Applied, remarks_are_not_doubled_when_a_delivery_is_decoded_again) {
  may_reject = true;
  auto many = people(0, 100);
  deliver(kaigo, many);
  many = people(0, 100, "1");
  many.push_back(R"({"kind":"person"})");
  const auto paused = deliver(kaigo, many);
  ASSERT_TRUE(settle_paused(*context, paused.id, true, "staff/1").has_value());
  settle(kaigo, arrival(paused), many, "", true);
  EXPECT_EQ(look([&](store::Reader& reader) {
              return store::list_rejects(reader, paused.row, 10).size();
            }),
            1U);
}

TEST_F(Applied, rows_that_come_twice_do_not_loosen_the_brake) {
  kaigo.mode = FeedMode::full;
  deliver(kaigo, people(0, 100));
  std::vector<std::string> same(100, people(0, 1)[0]);
  const auto second = deliver(kaigo, same);
  EXPECT_EQ(second.state, ArrivalState::paused);
  EXPECT_EQ(second.reason, "too_many_gone");
  EXPECT_TRUE(holds("a99"));
}

TEST_F(Applied, a_change_of_too_many_waits_for_a_person_who_may_release_it) {
  deliver(kaigo, people(0, 100));
  const auto many = people(0, 100, "1");
  const auto paused = deliver(kaigo, many);
  EXPECT_EQ(paused.reason, "too_many_changed");
  ASSERT_TRUE(settle_paused(*context, paused.id, true, "staff/1").has_value());
  const auto released = arrival(paused);
  EXPECT_EQ(released.reason, released_reason);
  EXPECT_EQ(settle(kaigo, released, many, "", true).state, ArrivalState::applied);
  EXPECT_FALSE(settle_paused(*context, paused.id, true, "staff/1").has_value());
}

TEST_F(Applied, too_many_rejects_pause_it) {
  may_reject = true;
  auto rows = people(0, 60);
  for (int i = 0; i < 20; ++i)
    rows.push_back(R"({"kind":"person"})");
  EXPECT_EQ(deliver(kaigo, rows).reason, "too_many_rejected");
}

TEST_F(Applied, an_older_delivery_waits_for_a_person) {
  deliver(kaigo, people(0, 1), "2026-04-02");
  EXPECT_EQ(deliver(kaigo, people(1, 2), "2026-04-01").reason, "older");
  EXPECT_EQ(deliver(kaigo, people(2, 3), "2026-04-02").state, ArrivalState::applied);
}

TEST_F(Applied, an_older_delivery_that_was_released_does_not_become_the_newest) {
  deliver(kaigo, people(0, 1), "2026-04-03");
  const auto older = deliver(kaigo, people(1, 2), "2026-04-01");
  ASSERT_TRUE(settle_paused(*context, older.id, true, "staff/1").has_value());
  ASSERT_EQ(settle(kaigo, arrival(older), people(1, 2), "2026-04-01", true).state,
            ArrivalState::applied);
  EXPECT_EQ(deliver(kaigo, people(2, 3), "2026-04-02").reason, "older");
}

TEST_F(Applied, a_release_survives_a_stop_while_it_is_decoded) {
  deliver(kaigo, people(0, 100));
  const auto paused = deliver(kaigo, people(0, 100, "1"));
  ASSERT_TRUE(settle_paused(*context, paused.id, true, "staff/1").has_value());
  ASSERT_TRUE(begin_decoding(*context, kaigo, arrival(paused)).value());
  reopen();
  EXPECT_EQ(arrival(paused).reason, released_reason);
}

TEST_F(Applied, what_a_stop_left_half_done_is_done_at_the_second_try) {
  const std::vector<std::string> rows = {person({.key = "a1", .number = "0001"}, "atena:kaigo"),
                                         consent("k1", "a1"), referral("r1", "a1")};
  const auto kept = keep(kaigo, "x");
  ASSERT_TRUE(begin_decoding(*context, kaigo, kept).value());
  Stager stager(*context, kaigo, {kept.row, kept.id});
  for (const auto& one : rows)
    ASSERT_TRUE(stager.record(one, 2).has_value());
  ASSERT_TRUE(end_decoding(*context, kaigo, {kept.row, kept.id}, stager, {}).has_value());
  store::StagingReader staging(database->folder(), kept.id, keys);
  while (const auto next = staging.next().value())
    commit([&](store::Transaction& tx) { return store::apply_record(tx, next->record, kept.row); });
  reopen();
  EXPECT_EQ(settle(kaigo, arrival(kept), rows).state, ArrivalState::applied);
  ASSERT_EQ(referrals().size(), 1U);
  EXPECT_EQ(referrals()[0].status, "sent");
}

TEST_F(Applied, a_stop_between_two_pieces_loses_and_doubles_nothing) {
  const std::vector<std::string> rows = {person({.key = "a1", .number = "0001"}, "atena:kaigo"),
                                         consent("k1", "a1"), referral("r1", "a1")};
  const auto kept = keep(kaigo, "x");
  const store::ArrivalRef ref{kept.row, kept.id};
  ASSERT_TRUE(begin_decoding(*context, kaigo, kept).value());
  Stager stager(*context, kaigo, ref);
  for (const auto& one : rows)
    ASSERT_TRUE(stager.record(one, 2).has_value());
  ASSERT_TRUE(end_decoding(*context, kaigo, ref, stager, {}).has_value());
  int pieces = 0;
  const auto staged = arrival(kept);
  Applying applying(*context, kaigo, staged, stager.staged().consenting,
                    [&pieces] { return ++pieces > 1; });
  const auto stopped = applying.run();
  ASSERT_TRUE(stopped.has_error());
  EXPECT_EQ(stopped.error().kind(), base::Kind::unavailable);
  EXPECT_EQ(arrival(kept).state, ArrivalState::staged);
  EXPECT_TRUE(holds("a1"));
  EXPECT_TRUE(referrals().empty());
  reopen();
  EXPECT_EQ(settle(kaigo, arrival(kept), rows).state, ArrivalState::applied);
  ASSERT_EQ(referrals().size(), 1U);
  const auto row = stored(kaigo, RecordKind::consent, "k1")->row;
  EXPECT_EQ(look([&](store::Reader& r) { return store::consent_events_by(r, row).size(); }),
            2U);  // sharing and support, each once
}

TEST_F(Applied, a_consultation_delivered_again_takes_its_vanished_concerns_away) {
  const auto concern = [](const std::string& key) {
    return record("concern", key, about("a1", R"("consultationKey":"c1","code":"CARE")"));
  };
  deliver(kaigo, {record("consultation", "c1", about("a1")), concern("c1/1"), concern("c1/2")});
  deliver(kaigo, {record("consultation", "c1", about("a1")), concern("c1/1")});
  EXPECT_TRUE(holds("c1/1", RecordKind::concern));
  EXPECT_FALSE(holds("c1/2", RecordKind::concern));
}

TEST_F(Applied, a_source_that_keeps_keys_only_holds_no_body) {
  kaigo.scope = profile::Scope::keys_only;
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  const auto found = stored(kaigo, RecordKind::person, "a1");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->body);
}

TEST_F(Applied, consented_rows_keeps_only_who_agreed_and_hears_a_withdrawal) {
  kaigo.scope = profile::Scope::consented_rows;
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "s"), consent("k1", "a1"),
                  person({.key = "a2", .number = "0002"}, "s"), referral("r1", "a1")});
  EXPECT_TRUE(holds("a1"));
  EXPECT_FALSE(holds("a2"));
  ASSERT_EQ(referrals().size(), 1U);
  deliver(kaigo, {consent("k1", "a1", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  EXPECT_TRUE(claim_all().empty());
}

std::string consultation(const std::string& key, const std::string& person) {
  return record("consultation", key, about(person));
}

TEST_F(Applied, consented_rows_counts_a_consent_that_came_before_until_it_is_taken_back) {
  kaigo.scope = profile::Scope::consented_rows;
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "s"), consent("k1", "a1")});
  deliver(kaigo, {consultation("c1", "a1"), consultation("c2", "a2")});
  EXPECT_TRUE(holds("c1", RecordKind::consultation));
  EXPECT_FALSE(holds("c2", RecordKind::consultation));
  deliver(kaigo, {consultation("c3", "a1"),
                  consent("k1", "a1", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  EXPECT_FALSE(holds("c3", RecordKind::consultation)) << "taken back in the same delivery";
  deliver(kaigo, {consultation("c4", "a1")});
  EXPECT_FALSE(holds("c4", RecordKind::consultation));
}

TEST_F(Applied, consented_rows_takes_what_came_too_early_when_it_comes_again) {
  kaigo.scope = profile::Scope::consented_rows;
  deliver(kaigo, {consultation("c1", "a1")});
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "s"), consent("k1", "a1")});
  EXPECT_FALSE(holds("c1", RecordKind::consultation)) << "it was not kept";
  deliver(kaigo, {consultation("c1", "a1")});
  EXPECT_TRUE(holds("c1", RecordKind::consultation));
}

TEST_F(Applied, consented_rows_counts_no_consent_whose_time_is_over) {
  kaigo.scope = profile::Scope::consented_rows;
  for (const auto& [key, until] : {std::pair("1", "2026-04-09"), std::pair("2", "2026-04-10")}) {
    const std::string of(key);
    deliver(kaigo,
            {consent("k" + of, "a" + of,
                     R"("status":"given","scopeForm":"J1","until":")" + std::string(until) + '"')});
    deliver(kaigo, {consultation("c" + of, "a" + of)});
  }
  EXPECT_FALSE(holds("c1", RecordKind::consultation));
  EXPECT_TRUE(holds("c2", RecordKind::consultation)) << "today is its last day";
}

TEST_F(Applied, a_refused_number_in_any_text_destroys_the_bytes) {
  const auto rows = {record("consultation", "c1", about("a1", R"("course":"番号 123456789018")"))};
  const auto ended = deliver(kaigo, rows);
  EXPECT_EQ(ended.state, ArrivalState::quarantined);
  EXPECT_FALSE(look([&](store::Reader& reader) {
    return store::read_chunk(reader, {ended.row, ended.id}, 0).has_value();
  }));
  EXPECT_FALSE(holds("c1", RecordKind::consultation));
}

TEST_F(Applied, a_label_of_the_manifest_stands_on_the_stored_record) {
  kaigo.labels.push_back({RecordKind::consultation, "/income", domain::Item::tax});
  deliver(kaigo, {record("consultation", "c1", about("a1", R"("income":{"debts":"あり"})"))});
  EXPECT_NE(stored(kaigo, RecordKind::consultation, "c1")->body->look_inside().find("tax"),
            std::string_view::npos);
}

}  // namespace
}  // namespace hub::service
