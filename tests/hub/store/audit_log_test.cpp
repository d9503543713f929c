#include "hub/store/audit_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

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
        "PRAGMA foreign_keys=OFF;" +
        sql);
    open();
  }
  std::string verdict(const std::vector<audit::Checkpoint>& outside = {}) {
    const AuditReport report = look([&](Reader& reader) { return verify_audit(reader, outside); });
    if (!report.broken) return "holds";
    return std::string(audit::name_of(report.broken->what)) + " " +
           std::to_string(report.broken->seq);
  }
};

TEST_F(AuditLogTest, an_untouched_log_holds) {
  EXPECT_EQ(verdict(), "holds");
  reopen();
  EXPECT_EQ(verdict(), "holds");
}

TEST_F(AuditLogTest, cannot_be_changed_by_the_hub_itself) {
  const auto done = database->write([](Transaction& transaction) -> base::Result<> {
    transaction.execute("UPDATE audit_log SET at = 0");
    transaction.audit(entry("tampered"));
    return {};
  });
  EXPECT_TRUE(done.has_error());
  EXPECT_EQ(verdict(), "holds");
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
  tamper("DELETE FROM audit_log WHERE seq > 3; DELETE FROM audit_checkpoints");
  EXPECT_EQ(verdict(), "cut 4");
}

TEST_F(AuditLogTest, a_cut_tail_is_named_though_the_head_was_put_back) {
  tamper(
      "DELETE FROM audit_log WHERE seq > 3; DELETE FROM audit_checkpoints;"
      "UPDATE audit_head SET seq = 3, chain = (SELECT chain FROM audit_log WHERE seq = 3)");
  EXPECT_EQ(verdict(), "forged 3");
}

TEST_F(AuditLogTest, a_database_put_back_to_an_older_state_is_shown_by_a_kept_checkpoint) {
  database.reset();  // signs what is not signed yet
  std::filesystem::copy_file(folder / database_name, scratch / "older.db");
  open();
  commit([](Transaction& transaction) { keep_setting(transaction, "n", "last"); });
  reopen();
  const auto kept = look([](Reader& reader) { return last_checkpoint(reader); });
  ASSERT_TRUE(kept);
  database.reset();
  std::filesystem::copy_file(scratch / "older.db", folder / database_name,
                             std::filesystem::copy_options::overwrite_existing);
  open();
  EXPECT_EQ(verdict(), "holds");
  EXPECT_EQ(verdict({*kept}), "checkpoint 6");
}

TEST_F(AuditLogTest, tells_who_did_what_with_one_persons_data) {
  PersonRef person;
  commit([&](Transaction& transaction) {
    person = create_person(transaction);
    audit::Entry seen = entry("referral.disclosed");
    seen.persons = {person.id};
    seen.recipient = "partner/sakutomo";
    transaction.audit(seen);
  });
  const auto about = look([&](Reader& reader) { return entries_about(reader, person.id, 10); });
  ASSERT_EQ(about.size(), 1u);
  EXPECT_EQ(about[0].entry.recipient, "partner/sakutomo");
  EXPECT_EQ(about[0].at, clock.now());
}

}  // namespace
}  // namespace hub::store
