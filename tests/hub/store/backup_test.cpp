#include "hub/store/backup.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "hub/store/settings.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using base::Kind;

class BackupTest : public StoreFixture {
 protected:
  BackupTest() {
    open();
    commit([](Transaction& transaction) { keep_setting(transaction, "n", "kept"); });
  }
  std::filesystem::path file = scratch / "backup.db";
};

TEST_F(BackupTest, a_backup_is_restored_into_a_new_folder) {
  const auto report = back_up(*database, file);
  ASSERT_TRUE(report.has_value()) << report.error().text();
  EXPECT_EQ(report->rows, 1);
  commit([](Transaction& transaction) { keep_setting(transaction, "n", "later"); });
  database.reset();
  folder = scratch / "restored";
  ASSERT_TRUE(restore(file, folder, keys).has_value());
  open();
  EXPECT_EQ(look([](Reader& reader) { return read_setting(reader, "n"); }), "kept");
}

TEST_F(BackupTest, replaces_no_file_and_no_store) {
  ASSERT_TRUE(back_up(*database, file).has_value());
  EXPECT_EQ(back_up(*database, file).error().kind(), Kind::conflict);
  EXPECT_EQ(restore(file, folder, keys).error().kind(), Kind::conflict);
}

TEST_F(BackupTest, another_key_does_not_restore_it) {
  ASSERT_TRUE(back_up(*database, file).has_value());
  const crypto::Keys other(masters('z'), random);
  EXPECT_EQ(restore(file, scratch / "restored", other).error().kind(), Kind::conflict);
}

TEST_F(BackupTest, one_whose_audit_log_was_changed_is_refused) {
  ASSERT_TRUE(back_up(*database, file).has_value());
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec("DROP TRIGGER audit_log_kept_as_written; UPDATE audit_log SET at = at + 1");
  EXPECT_EQ(restore(file, scratch / "restored", keys).error().kind(), Kind::corrupt);
}

TEST_F(BackupTest, a_file_that_is_no_backup_is_refused) {
  EXPECT_TRUE(restore(scratch / "absent.db", scratch / "restored", keys).has_error());
}

}  // namespace
}  // namespace hub::store
