#include "hub/service/erase.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "hub/crypto/bytes.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/legal_holds.hpp"
#include "hub/store/matches.hpp"
#include "hub/store/named_decisions.hpp"
#include "hub/store/patterns.hpp"
#include "hub/store/sittings.hpp"
#include "hub/store/stop_notices.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using store::Erasable;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view officer = "operator/hanako";

/// A mother whose record left its source and whose case ended; a son with an open case.
class Erase : public ServiceFixture {
 protected:
  void SetUp() override {
    auto configured = std::make_shared<Book>(*book);
    configured->settings.municipality = config_folder() / "municipalities" / "sakura";
    context->exchange(configured);
    kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("co", "m"),
                    record("consultation", "c1", about("m", R"("statement":"足腰が弱った")")),
                    referral("r", "m")});
    deliver(kaigo, {record("consultation", "c1", about("m", R"("statement":"書き直した")"))});
    konkyu = plan_of("konkyu");
    deliver(konkyu, {person({.key = "s",
                             .number = "9",
                             .name = "別 太郎",
                             .kana = "ベツ タロウ",
                             .birthday = "1975-05-05",
                             .sex = "1",
                             .address = "栃木県さくら市喜連川4420番地1"},
                            "atena:konkyu"),
                     consent("cs", "s"), referral("rs", "s")});
    mother = link_of(kaigo, "m")->person;
    son = link_of(konkyu, "s")->person;
    claim_all();
    packet(referrals().back());
  }

  void end_case_of(store::PersonRow who) {
    commit([&](store::Transaction& tx) {
      for (const auto row : store::open_cases_of(tx, who)) {
        const auto about = store::read_case(tx, row);
        EXPECT_TRUE(store::set_case_status(tx, row, about->status, "closed"));
      }
      return 0;
    });
  }
  void leave_source() {
    for (const auto& [kind, key] : {std::pair("consultation", "c1"), std::pair("consent", "co"),
                                    std::pair("referral", "r"), std::pair("person", "m")})
      deliver(kaigo,
              {record("removal", std::string("x-") + key,
                      std::string(R"("targetKind":")") + kind + R"(","targetKey":")" + key + '"')});
  }
  void wait(int years) { clock.advance(std::chrono::days(366 * years)); }

  ErasurePlan plan() {
    return look([&](store::Reader& reader) {
      return plan_erasure(reader, retention_of(*context->book()).value(),
                          base::jst_day(clock.now()));
    });
  }
  base::Result<std::int64_t> run(const std::string& list) {
    return run_erasure(*context, {list, "kacho"}, officer);
  }
  std::vector<std::string> sealed_of(store::Sql sql) {
    return look([&](store::Reader& reader) {
      std::vector<std::string> all;
      auto rows = reader.query(sql);
      while (rows.next())
        all.emplace_back(rows.blob(0));
      return all;
    });
  }
  /// In any file of the store, its log included.
  bool on_disk(const std::string& bytes) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(scratch / "data")) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      if (all.find(bytes) != std::string::npos) return true;
    }
    return false;
  }
  bool is_intact() {
    return look([](store::Reader& reader) { return !store::verify_audit(reader).broken; });
  }

  FeedPlan kaigo;
  FeedPlan konkyu;
  store::PersonRow mother;
  store::PersonRow son;
};

TEST_F(Erase, nothing_is_due_while_the_source_still_delivers_it) {
  end_case_of(mother);
  wait(6);
  EXPECT_THAT(plan().rows.of(Erasable::records), IsEmpty());
  EXPECT_THAT(plan().rows.persons, IsEmpty());
  EXPECT_THAT(plan().rows.of(Erasable::delivered_bytes), Not(IsEmpty())) << "bytes have their own";
}

TEST_F(Erase, nothing_is_due_before_its_time) {
  leave_source();
  end_case_of(mother);
  EXPECT_TRUE(plan().rows.empty());
}

// R-116
TEST_F(Erase, who_left_and_whose_case_ended_goes_and_nobody_else) {
  leave_source();
  end_case_of(mother);
  wait(6);
  const auto due = plan();
  ASSERT_THAT(due.rows.of(Erasable::persons), SizeIs(1));
  EXPECT_EQ(due.rows.of(Erasable::persons)[0], mother.value);
  EXPECT_THAT(due.rows.of(Erasable::cases), SizeIs(1));
  ASSERT_TRUE(run(due.list).has_value());
  EXPECT_FALSE(look([&](store::Reader& reader) { return store::read_person(reader, mother); }));
  EXPECT_TRUE(look([&](store::Reader& reader) { return store::read_person(reader, son); }));
  EXPECT_THAT(referrals(), SizeIs(1));
  EXPECT_TRUE(is_intact());
}

TEST_F(Erase, a_pattern_goes_with_whom_it_is_about) {
  const auto home = households(mother).at(0);
  commit([&](store::Transaction& tx) {
    store::Pattern pattern;
    pattern.members = {{mother}};
    return store::put_pattern(tx, "pattern_SINGLE_MULTI", home, pattern);
  });
  const auto left = [this] {
    return look([](store::Reader& reader) {
      return *reader.integer(
          "SELECT (SELECT count(*) FROM pattern_members) + "
          "(SELECT count(*) FROM pattern_findings) + (SELECT count(*) FROM "
          "signals WHERE code LIKE 'pattern%')");
    });
  };
  EXPECT_EQ(left(), 3);
  end_case_of(mother);
  leave_source();
  wait(6);
  ASSERT_TRUE(run(plan().list).has_value());
  EXPECT_EQ(left(), 0);
}

TEST_F(Erase, a_match_goes_with_its_person_and_what_was_missing_stays_a_count) {
  const auto match = commit([&](store::Transaction& tx) {
    store::note_shortage(tx, mother, "移動支援", "", officer);
    const auto id = store::add_match(tx, {.person = mother,
                                          .resource = tx.new_id<domain::ResourceId>(),
                                          .rules = "weights: {}",
                                          .by = std::string(officer),
                                          .due = {},
                                          .body = "{}"});
    return *store::find_match(tx, *id);
  });
  end_case_of(mother);
  leave_source();
  wait(6);
  EXPECT_THAT(plan().rows.of(Erasable::persons), IsEmpty()) << "somebody still works on it";
  commit([&](store::Transaction& tx) {
    store::add_step(tx, match, {.status = domain::MatchStatus::declined}, officer);
    return 0;
  });
  ASSERT_TRUE(run(plan().list).has_value());
  const auto left = [this](store::Sql sql) {
    return look([&](store::Reader& reader) { return *reader.integer(sql); });
  };
  EXPECT_EQ(left("SELECT (SELECT count(*) FROM matches) + (SELECT count(*) FROM match_events)"), 0);
  EXPECT_EQ(left("SELECT count(*) FROM shortages WHERE person IS NULL"), 1);
}

TEST_F(Erase, what_was_heard_of_who_went_goes_and_the_other_item_stays) {
  const auto heard = commit([&](store::Transaction& tx) {
    const auto add = [&](const std::vector<store::PersonRow>& about) {
      const auto sitting = store::find_sitting(
          tx, store::add_sitting(tx, {"shien-kaigi", "2026-04-20", "fukushi", "fukushi", "x"}));
      std::vector<store::AgendaRow> items;
      for (const auto person : about) {
        const auto id = store::add_agenda_item(
            tx, {.sitting = sitting->row,
                 .about = store::open_cases_of(tx, person).front(),
                 .function = "SHIEN-KAIGI",
                 .as_of = "2025-09-08",
                 .purpose = "case_conference",
                 .persons = person == son ? std::vector{son} : std::vector{person, son},
                 .officer = "x"});
        items.push_back(store::find_agenda_item(tx, *id)->row);
      }
      for (const auto item : items) {
        const auto seat = store::find_seat(tx, store::add_seat(tx, {.sitting = sitting->row,
                                                                    .item = item,
                                                                    .party = "zeimu",
                                                                    .name = "市税務課",
                                                                    .document = "誓約-1",
                                                                    .officer = "x"}));
        const auto stop = store::add_stop(tx, {.carrier = {{}, item, seat->row},
                                               .person = son,
                                               .partner = "zeimu",
                                               .cause = "consent.withdrawn"});
        store::answer_stop(tx, store::find_stop(tx, stop)->row, officer);
      }
      return sitting->row;
    };
    return std::pair(add({mother}), add({mother, son}));
  });
  leave_source();
  end_case_of(mother);
  wait(6);
  ASSERT_TRUE(run(plan().list).has_value());
  look([&](store::Reader& reader) {
    EXPECT_FALSE(store::read_sitting(reader, heard.first));
    EXPECT_THAT(store::agenda_of(reader, heard.second), SizeIs(1));
    EXPECT_THAT(store::seats_of(reader, heard.second), SizeIs(1));
    EXPECT_FALSE(reader.integer("SELECT 1 FROM sitting_item_persons WHERE person = ?", {mother}));
    EXPECT_FALSE(reader.integer("SELECT 1 FROM sitting_seats WHERE sitting = ?", {heard.first}));
    EXPECT_THAT(store::list_stops(reader, false, 9), SizeIs(1)) << "of the item that stays";
    return 0;
  });
}

TEST_F(Erase, leaves_no_byte_of_who_went_on_the_disk_and_all_of_who_stays) {
  const auto id =
      look([&](store::Reader& reader) { return store::read_person(reader, mother)->id; });
  auto bytes = sealed_of(
      "SELECT body FROM records r JOIN feeds f ON f.id = r.feed JOIN sources s ON s.id = f.source "
      "WHERE s.name = 'kaigo' AND body IS NOT NULL");
  for (const auto& sql_bytes :
       {sealed_of("SELECT body FROM record_history WHERE body IS NOT NULL"),
        sealed_of("SELECT c.body FROM arrival_chunks c"),
        sealed_of("SELECT r.body FROM referrals r WHERE r.from_desk <> '' AND r.id = 1"),
        sealed_of("SELECT body FROM consent_events ORDER BY id LIMIT 1")})
    bytes.insert(bytes.end(), sql_bytes.begin(), sql_bytes.end());
  const auto kept = sealed_of(
      "SELECT body FROM records r JOIN feeds f ON f.id = r.feed JOIN sources s ON s.id = f.source "
      "WHERE s.name = 'konkyu' AND body IS NOT NULL");
  ASSERT_GE(bytes.size(), 6u);
  for (const auto& one : bytes)
    ASSERT_TRUE(on_disk(one)) << "the control";
  leave_source();
  end_case_of(mother);
  wait(11);
  ASSERT_TRUE(run(plan().list).has_value());
  for (const auto& one : bytes)
    EXPECT_FALSE(on_disk(one));
  for (const auto& one : kept)
    EXPECT_TRUE(on_disk(one));
  EXPECT_FALSE(on_disk(std::string(crypto::text_of(crypto::ByteView(id.bytes())))));
  EXPECT_TRUE(is_intact());
}

TEST_F(Erase, keeps_the_log_of_who_saw_what_until_its_own_time) {
  const auto id =
      look([&](store::Reader& reader) { return store::read_person(reader, mother)->id; });
  leave_source();
  end_case_of(mother);
  wait(6);
  ASSERT_TRUE(run(plan().list).has_value());
  const auto about = [&] {
    return look(
        [&](store::Reader& reader) { return store::entries_about(reader, id, 100).size(); });
  };
  EXPECT_GT(about(), 0u);
  wait(5);
  ASSERT_TRUE(run(plan().list).has_value());
  EXPECT_EQ(about(), 0u);
  EXPECT_TRUE(is_intact());
}

TEST_F(Erase, a_hold_keeps_everything_of_its_person) {
  leave_source();
  end_case_of(mother);
  store::HoldId hold;
  commit([&](store::Transaction& tx) {
    hold = store::place_hold(tx, mother, "訟第3号", officer);
    return 0;
  });
  wait(11);
  EXPECT_THAT(plan().rows.of(Erasable::records), IsEmpty());
  EXPECT_THAT(plan().rows.of(Erasable::replaced_bodies), IsEmpty());
  EXPECT_THAT(plan().rows.of(Erasable::cases), IsEmpty());
  EXPECT_THAT(plan().rows.persons, IsEmpty());
  commit([&](store::Transaction& tx) {
    EXPECT_TRUE(store::lift_hold(tx, hold, officer));
    return 0;
  });
  EXPECT_THAT(plan().rows.persons, SizeIs(1)) << "the control";
}

TEST_F(Erase, erases_only_the_list_that_was_signed) {
  leave_source();
  end_case_of(mother);
  wait(6);
  const auto list = plan().list;
  EXPECT_EQ(run("").error().kind(), Kind::invalid);
  EXPECT_EQ(run(list.substr(0, 11) + "00").error().kind(), Kind::conflict);
  end_case_of(son);
  wait(1);
  EXPECT_TRUE(run(list).has_value()) << "a list of an earlier day still holds";
  EXPECT_EQ(run(list).error().kind(), Kind::conflict) << "and is done once";
}

TEST_F(Erase, tells_of_itself_in_the_log) {
  leave_source();
  end_case_of(mother);
  wait(6);
  ASSERT_TRUE(run(plan().list).has_value());
  const auto told = audited("erasure.done");
  ASSERT_THAT(told, Not(IsEmpty()));
  EXPECT_EQ(told[0].actor, officer);
  EXPECT_THAT(told[0].objects, testing::Contains("approver/kacho"));
  EXPECT_THAT(told[0].persons, IsEmpty());
}

TEST_F(Erase, a_municipality_without_periods_erases_nothing) {
  auto without = std::make_shared<Book>(*book);
  without->settings.municipality = scratch;
  context->exchange(without);
  EXPECT_EQ(retention_of(*without).error().kind(), Kind::conflict);
  EXPECT_EQ(run("2026-04-10/00").error().kind(), Kind::conflict);
}

// The door to what is append-only is shut behind each row.
TEST_F(Erase, what_may_not_be_deleted_still_may_not) {
  const auto refused = database->write([&](store::Transaction& tx) -> base::Result<> {
    audit::Entry entry;
    entry.action = "test.step";
    tx.audit(entry);
    tx.execute("DELETE FROM consent_events");
    return {};
  });
  EXPECT_TRUE(refused.has_error());
  leave_source();
  end_case_of(mother);
  wait(6);
  ASSERT_TRUE(run(plan().list).has_value());
  EXPECT_THAT(sealed_of("SELECT row FROM erasing"), IsEmpty());
}

// A table that knows a person, a record or a case is known to the erasing too.
TEST_F(Erase, knows_every_table_that_refers_to_a_person) {
  const auto tables = look([](store::Reader& reader) {
    std::vector<std::string> all;
    auto rows = reader.query(
        "SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) k "
        "WHERE m.type = 'table' AND k.\"table\" IN ('persons', 'records', 'cases', 'referrals', "
        "'households', 'named_decisions', 'harm_findings', 'person_requests') ORDER BY m.name");
    while (rows.next())
      all.emplace_back(rows.text(0));
    return all;
  });
  EXPECT_THAT(
      tables,
      testing::ElementsAre(
          "case_events", "case_persons", "cases", "consent_events", "decision_reviews", "harm_ends",
          "harm_findings", "household_members", "household_splits", "legal_holds", "matches",
          "named_decisions", "outbox", "outreach", "pattern_members", "person_joins",
          "person_links", "person_request_holders", "person_requests", "person_splits", "plans",
          "record_facts", "record_history", "referral_events", "referrals", "shortages",
          "sitting_item_persons", "sitting_items", "sitting_releases", "stop_notices"));
}

}  // namespace
}  // namespace hub::service
