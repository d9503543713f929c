#include "hub/store/audit_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "hub/store/audit_erasure.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/opening.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/settings.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

class AuditLogTest : public StoreFixture {
 protected:
  AuditLogTest() {
    open();
    for (int i = 0; i < 5; ++i)
      commit([&](Transaction& transaction) { keep_setting(transaction, "n", std::to_string(i)); });
  }
  // Somebody with access to the file, but without the key.
  void tamper(const std::string& sql) {
    database.reset();
    SQLite::Database raw((folder / database_name).string(), SQLite::OPEN_READWRITE);
    raw.exec(
        "DROP TRIGGER audit_log_kept; DROP TRIGGER audit_log_kept_as_written; "
        "DROP TRIGGER audit_contents_kept; DROP TRIGGER audit_contents_kept_as_written; "
        "DROP TRIGGER audit_notes_kept; PRAGMA foreign_keys=OFF;" +
        sql);
    open();
  }
  std::string verdict(const AuditWitness& witness = {}) {
    const AuditReport report = look([&](Reader& reader) { return verify_audit(reader, witness); });
    if (!report.broken) return "holds";
    return std::string(audit::name_of(report.broken->what)) + " " +
           std::to_string(report.broken->seq);
  }
  base::Result<> try_to(const std::function<void(Transaction&)>& work) {
    return database->write([&](Transaction& transaction) -> base::Result<> {
      work(transaction);
      transaction.audit(entry("tampered"));
      return {};
    });
  }
  /// What the hub itself may not do to the log, each tried alone.
  void expect_refused(std::initializer_list<Sql> statements) {
    for (const Sql& sql : statements) {
      EXPECT_TRUE(try_to([&](Transaction& transaction) { transaction.execute(sql); }).has_error())
          << sql.text();
    }
  }
  /// A new person about whom there is a row.
  PersonRef somebody_seen(std::string_view action, std::string_view recipient = {}) {
    PersonRef person;
    commit([&](Transaction& transaction) {
      person = create_person(transaction);
      audit::Entry seen = entry(std::string(action));
      seen.persons = {person.id};
      seen.recipient = recipient;
      transaction.audit(seen);
    });
    return person;
  }
  void keep_signed_note() {
    commit([this](Transaction& transaction) {
      const audit::Head head = audit_head(transaction);
      keep_note(transaction, head.seq, audit::sign_note({"log", head}, signer));
    });
  }
  [[nodiscard]] AuditWitness witness(std::vector<std::string> notes = {}) const {
    return {audit::VerifierKey("log", signer.public_key()), std::move(notes)};
  }

  crypto::Signer signer{crypto::bytes_of(std::string(32, 's'))};
};

TEST_F(AuditLogTest, an_untouched_log_holds) {
  EXPECT_EQ(verdict(), "holds");
  reopen();
  EXPECT_EQ(verdict(), "holds");
}

TEST_F(AuditLogTest, cannot_be_changed_by_the_hub_itself) {
  expect_refused(
      {Sql("UPDATE audit_log SET at = 0"), Sql("DELETE FROM audit_log WHERE seq = 5"),
       Sql("INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log WHERE seq = 2"),
       Sql("INSERT INTO audit_log SELECT seq + 9, at, entry, chain, mac FROM audit_log"),
       Sql("UPDATE audit_contents SET salt = x'00'"), Sql("DELETE FROM audit_contents"),
       Sql("INSERT OR REPLACE INTO audit_contents SELECT * FROM audit_contents WHERE seq = 5"),
       Sql("INSERT INTO audit_erasures (told_by, first, last) VALUES (3, 1, 2)")});
  EXPECT_EQ(verdict(), "holds");
}

TEST_F(AuditLogTest, checkpoints_and_whom_rows_are_about_stay_as_they_were_written) {
  keep_signed_note();
  somebody_seen("seen");
  expect_refused({Sql("UPDATE audit_notes SET note = ''"), Sql("DELETE FROM audit_notes"),
                  Sql("INSERT OR REPLACE INTO audit_notes SELECT * FROM audit_notes"),
                  Sql("UPDATE audit_subjects SET seq = 1"), Sql("DELETE FROM audit_subjects")});
}

TEST_F(AuditLogTest, a_row_that_cannot_be_written_undoes_what_it_is_about) {
  EXPECT_TRUE(try_to([](Transaction& transaction) {
                keep_setting(transaction, "n", "kept");
                transaction.execute(
                    "CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit_contents "
                    "BEGIN SELECT RAISE(ABORT, 'no room'); END");
              }).has_error());
  EXPECT_EQ(look([](Reader& reader) { return read_setting(reader, "n"); }), "4");
  EXPECT_EQ(verdict(), "holds");
}

TEST_F(AuditLogTest, erased_contents_leave_the_chain_whole) {
  const PersonRef person = somebody_seen("seen");
  clock.advance(std::chrono::hours(1));
  commit([&](Transaction& transaction) {
    EXPECT_EQ(erase_contents(transaction, erasable_before(transaction, clock.now()), "system",
                             "retention"),
              7);
  });
  EXPECT_EQ(verdict(), "holds");
  const auto rows = look([](Reader& reader) { return list_entries(reader, 0, 100); });
  EXPECT_TRUE(rows.at(0).erased);
  EXPECT_TRUE(rows.at(0).entry.action.empty());
  EXPECT_EQ(rows.at(7).entry.action, audit::erased_action);
  EXPECT_TRUE(look([&](Reader& reader) { return entries_about(reader, person.id, 9); }).empty());
}

TEST_F(AuditLogTest, what_tells_of_an_erasure_is_not_erased) {
  clock.advance(std::chrono::hours(1));
  commit([&](Transaction& transaction) {
    erase_contents(transaction, {{1, 2}}, "system", "retention");
  });
  clock.advance(std::chrono::hours(1));
  EXPECT_TRUE(try_to([&](Transaction& transaction) {
                erase_contents(transaction, {{1, 7}}, "system", "retention");
              }).has_error());
  const auto ranges = look([&](Reader& reader) { return erasable_before(reader, clock.now()); });
  EXPECT_EQ(ranges, (std::vector<audit::Range>{{3, 5}, {7, 7}}));
}

TEST_F(AuditLogTest, contents_that_were_taken_are_named) {
  tamper("DELETE FROM audit_contents WHERE seq = 4");
  EXPECT_EQ(verdict(), "taken 4");
}

TEST_F(AuditLogTest, edited_contents_are_named) {
  tamper("UPDATE audit_contents SET contents = CAST(contents || x'00' AS BLOB) WHERE seq = 3");
  EXPECT_EQ(verdict(), "contents 3");
}

TEST_F(AuditLogTest, an_edited_row_is_named) {
  tamper("UPDATE audit_log SET entry = CAST(entry || x'00' AS BLOB) WHERE seq = 3");
  EXPECT_EQ(verdict(), "edited 3");
}

TEST_F(AuditLogTest, a_deleted_row_is_named) {
  tamper("DELETE FROM audit_log WHERE seq = 2");
  EXPECT_EQ(verdict(), "gap 2");
}

TEST_F(AuditLogTest, exchanged_rows_are_named) {
  tamper(
      "UPDATE audit_log SET seq = 99 WHERE seq = 2; UPDATE audit_log SET seq = 2 WHERE seq = 3;"
      "UPDATE audit_log SET seq = 3 WHERE seq = 99");
  EXPECT_EQ(verdict(), "edited 2");
}

TEST_F(AuditLogTest, a_cut_tail_is_named) {
  tamper("DELETE FROM audit_log WHERE seq > 3; DELETE FROM audit_contents WHERE seq > 3");
  EXPECT_EQ(verdict(), "cut 4");
}

TEST_F(AuditLogTest, a_cut_tail_is_named_though_the_head_was_put_back) {
  tamper(
      "DELETE FROM audit_log WHERE seq > 3; DELETE FROM audit_contents WHERE seq > 3;"
      "UPDATE audit_head SET seq = 3, chain = (SELECT chain FROM audit_log WHERE seq = 3)");
  EXPECT_EQ(verdict(), "forged 3");
}

TEST_F(AuditLogTest, a_checkpoint_that_another_key_signed_is_named) {
  keep_signed_note();
  EXPECT_EQ(verdict(witness()), "holds");
  const crypto::Signer other(crypto::bytes_of(std::string(32, 'o')));
  EXPECT_EQ(verdict({audit::VerifierKey("log", other.public_key()), {}}), "checkpoint 5");
}

TEST_F(AuditLogTest, tells_how_far_the_signer_has_seen) {
  keep_signed_note();
  const auto report = look([&](Reader& reader) { return verify_audit(reader, witness()); });
  EXPECT_EQ(report.rows, 6);
  EXPECT_EQ(report.checkpoints, 1);
  EXPECT_EQ(report.signed_rows, 5);
}

TEST_F(AuditLogTest, a_database_put_back_to_an_older_state_is_shown_by_a_kept_checkpoint) {
  database.reset();
  std::filesystem::copy_file(folder / database_name, scratch / "older.db");
  open();
  commit([](Transaction& transaction) { keep_setting(transaction, "n", "last"); });
  keep_signed_note();
  const auto kept = look([](Reader& reader) { return last_note(reader); });
  ASSERT_TRUE(kept);
  database.reset();
  std::filesystem::copy_file(scratch / "older.db", folder / database_name,
                             std::filesystem::copy_options::overwrite_existing);
  open();
  EXPECT_EQ(verdict(witness()), "holds");
  EXPECT_EQ(verdict(witness({*kept})), "checkpoint 6");
}

TEST_F(AuditLogTest, tells_who_did_what_with_one_persons_data) {
  const PersonRef person = somebody_seen("referral.disclosed", "partner/sakutomo");
  const auto about = look([&](Reader& reader) { return entries_about(reader, person.id, 10); });
  ASSERT_EQ(about.size(), 1u);
  EXPECT_EQ(about[0].entry.recipient, "partner/sakutomo");
  EXPECT_EQ(about[0].at, clock.now());
}

}  // namespace
}  // namespace hub::store
