#include "hub/verify/walk.hpp"

#include <fstream>

#include "hub/store/audit_export.hpp"
#include "tests/hub/verify/log_fixture.hpp"

namespace hub::verify {
namespace {

class WalkTest : public LogFixture {
 protected:
  WalkTest() { write_rows(10); }

  /// What is found after `sql` was done to a backup; the row stands behind the word.
  std::pair<Fault::What, std::int64_t> after(const std::string& sql) {
    const auto file = backup();
    Intruder intruder(file);
    intruder.drop_triggers();
    intruder.run(sql);
    const auto report = verdict(file);
    EXPECT_TRUE(report.fault) << sql;
    if (!report.fault) return {};
    return {report.fault->what, report.fault->row};
  }
  using What = Fault::What;
};

TEST_F(WalkTest, an_honest_log_holds_as_far_as_it_was_signed) {
  sign();
  write_rows(2);
  const auto report = verdict(backup());
  EXPECT_FALSE(report.fault);
  EXPECT_EQ(report.rows, 12);
  EXPECT_EQ(report.checkpoints, 1);
  EXPECT_EQ(report.proved, 10);
}

TEST_F(WalkTest, names_the_first_bad_row) {
  sign();
  EXPECT_EQ(after("UPDATE audit_log SET at = at + 1 WHERE seq = 4"), std::pair(What::edited, 4L));
  EXPECT_EQ(after("DELETE FROM audit_log WHERE seq = 4"), std::pair(What::gap, 4L));
  EXPECT_EQ(after("UPDATE audit_contents SET salt = zeroblob(16) WHERE seq = 4"),
            std::pair(What::contents, 4L));
  EXPECT_EQ(after("DELETE FROM audit_contents WHERE seq IN (4, 7)"), std::pair(What::taken, 4L));
  EXPECT_EQ(after("DELETE FROM audit_log WHERE seq > 8"), std::pair(What::cut, 9L));
}

TEST_F(WalkTest, a_note_in_the_log_that_no_given_key_signed_is_named) {
  sign();
  EXPECT_EQ(after("UPDATE audit_notes SET note = replace(note, 'sakura', 'sakurb')").first,
            What::checkpoint);
}

TEST_F(WalkTest, erased_contents_are_no_fault) {
  clock.advance(std::chrono::hours(1));
  EXPECT_EQ(erase_before_now(), 10);
  sign();
  const auto report = verdict(backup());
  EXPECT_FALSE(report.fault);
  EXPECT_EQ(report.erased, 10);
}

TEST_F(WalkTest, an_erasure_that_is_taken_itself_covers_nothing) {
  clock.advance(std::chrono::hours(1));
  erase_before_now();
  EXPECT_EQ(after("DELETE FROM audit_contents WHERE seq = 11"), std::pair(What::taken, 1L));
}

TEST_F(WalkTest, rows_of_the_first_schema_hold_their_entries_themselves) {
  const crypto::TokenMaker& key = keys.tokens(crypto::Purpose::audit);
  audit::Chain chain({}, key);
  const std::string old = audit::to_canonical(disclosed(1));
  const auto row = chain.append(5, old);
  const auto file = backup();
  Intruder intruder(file);
  intruder.drop_triggers();
  intruder.run("DELETE FROM audit_log; DELETE FROM audit_contents; DELETE FROM audit_head");
  const std::string hex = crypto::to_hex(row.chain);
  intruder.run("INSERT INTO audit_log VALUES (1, 5, x'" + crypto::to_hex(crypto::bytes_of(old)) +
               "', x'" + hex + "', x'00')");
  intruder.run("INSERT INTO audit_head VALUES (1, 1, x'" + hex + "', x'00')");
  EXPECT_FALSE(verdict(file).fault);
}

TEST_F(WalkTest, tells_the_longest_silence) {
  clock.advance(std::chrono::hours(3));
  write_rows(1);
  const auto report = verdict(backup());
  EXPECT_EQ(report.silence_ms, 3 * 3600 * 1000);
  EXPECT_EQ(report.silence_row, 11);
}

TEST_F(WalkTest, an_exported_log_says_the_same) {
  const auto note = sign();
  clock.advance(std::chrono::hours(1));
  erase_before_now();
  const auto file = scratch / "log.txt";
  ASSERT_EQ(store::export_audit(*database, file).value(), 11);
  const auto report = verdict(file, note);
  EXPECT_FALSE(report.fault);
  EXPECT_EQ(report.rows, 11);
  EXPECT_EQ(report.erased, 10);
  EXPECT_EQ(report.proved, 10);
}

TEST_F(WalkTest, an_exported_log_that_was_cut_is_named) {
  const auto file = scratch / "log.txt";
  ASSERT_TRUE(store::export_audit(*database, file).has_value());
  std::ifstream in(file);
  std::ofstream out(scratch / "cut.txt");
  std::string line;
  for (int i = 0; i < 6 && std::getline(in, line); ++i)
    out << line << '\n';
  out.close();
  const auto report = verdict(scratch / "cut.txt");
  ASSERT_TRUE(report.fault);
  EXPECT_EQ(report.fault->what, What::cut);
  EXPECT_EQ(report.fault->row, 6);
}

TEST_F(WalkTest, what_is_no_log_is_said_to_be_none) {
  std::ofstream(scratch / "letter") << "a letter that is longer than a title";
  EXPECT_THROW((void)verdict(scratch / "letter"), Unreadable);
  EXPECT_THROW((void)verdict(scratch / "absent"), Unreadable);
  std::ofstream(scratch / "bad") << "tsunagu audit log 1\n1 2 AAA= x y z\n";
  EXPECT_THROW((void)verdict(scratch / "bad"), Unreadable);
}

TEST_F(WalkTest, a_store_that_is_in_use_is_refused) {
  EXPECT_THROW((void)verdict(folder / "tsunagu.db"), Unreadable);
}

}  // namespace
}  // namespace hub::verify
