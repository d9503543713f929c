#include "hub/store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>

#include <fstream>

#include "hub/store/connection.hpp"
#include "hub/store/migrations.hpp"
#include "hub/store/opening.hpp"
#include "hub/store/settings.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using base::Kind;

class DatabaseTest : public StoreFixture {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder / database_name; }
};

TEST_F(DatabaseTest, keeps_what_was_written_for_the_next_opening) {
  open();
  commit([](Transaction& transaction) { keep_setting(transaction, "name", "value"); });
  reopen();
  EXPECT_EQ(look([](Reader& reader) { return read_setting(reader, "name"); }), "value");
}

TEST_F(DatabaseTest, plans_no_statement_anew_for_what_is_bound) {
  open();
  const auto plan = look([](Reader& reader) {
    Cursor rows = reader.query(
        "EXPLAIN QUERY PLAN SELECT id FROM records "
        "WHERE kind = ? AND removed_at IS NULL ORDER BY changed_at",
        {9});
    std::string text;
    while (rows.next())
      text += rows.text(3);
    return text;
  });
  EXPECT_EQ(plan.find("records_resources"), plan.npos) << plan;
}

TEST_F(DatabaseTest, refuses_a_second_opening_of_the_same_folder) {
  open();
  const auto second = try_open();
  ASSERT_TRUE(second.has_error());
  EXPECT_EQ(second.error().kind(), Kind::conflict);
}

TEST_F(DatabaseTest, refuses_a_second_process_on_the_same_folder) {
  open();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(try_open().has_error() ? 0 : 1);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST_F(DatabaseTest, refuses_another_key_than_it_was_written_with) {
  open();
  database.reset();
  const crypto::Keys other(masters('z'), random);
  EXPECT_EQ(try_open(other).error().kind(), Kind::conflict);
}

TEST_F(DatabaseTest, refuses_a_folder_that_others_may_write_to) {
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::all);
  EXPECT_EQ(try_open().error().kind(), Kind::invalid);
}

TEST_F(DatabaseTest, makes_its_folder_for_its_owner_alone) {
  open();
  EXPECT_EQ(std::filesystem::status(folder).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(DatabaseTest, refuses_a_newer_schema) {
  open();
  database.reset();
  SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=999");
  const auto older = try_open();
  EXPECT_EQ(older.error().kind(), Kind::conflict);
  EXPECT_NE(older.error().text().find("newer"), std::string::npos);
}

TEST_F(DatabaseTest, refuses_a_database_of_another_program) {
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  SQLite::Database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE theirs (x)");
  EXPECT_EQ(try_open().error().kind(), Kind::conflict);
}

TEST_F(DatabaseTest, refuses_a_file_that_is_no_database) {
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  std::ofstream(file()) << std::string(8192, 'x');
  EXPECT_EQ(try_open().error().kind(), Kind::corrupt);
}

TEST_F(DatabaseTest, writes_with_the_settings_that_keep_what_is_acknowledged) {
  std::filesystem::create_directories(folder);
  Connection connection(file(), Connection::Role::writer);
  EXPECT_EQ(connection.text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(connection.integer("PRAGMA synchronous"), 2);
  EXPECT_EQ(connection.integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(connection.integer("PRAGMA trusted_schema"), 0);
  EXPECT_EQ(connection.integer("PRAGMA wal_autocheckpoint"), 0);
}

TEST_F(DatabaseTest, a_reader_cannot_write) {
  open();
  const auto done = database->read([](Reader& reader) -> base::Result<> {
    (void)reader.integer("INSERT INTO meta (name, value) VALUES ('x', 'y') RETURNING 1");
    return {};
  });
  EXPECT_TRUE(done.has_error());
  EXPECT_FALSE(look([](Reader& reader) { return read_setting(reader, "x"); }));
}

TEST_F(DatabaseTest, a_cursor_past_its_rows_does_not_begin_anew) {
  std::filesystem::create_directories(folder);
  Connection connection(folder / "one.db", Connection::Role::writer);
  Cursor rows = connection.query("SELECT 7", {});
  EXPECT_THROW((void)rows.integer(0), std::exception);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.integer(0), 7);
  EXPECT_FALSE(rows.next());
  EXPECT_THROW((void)rows.integer(0), std::exception);
  EXPECT_THROW((void)rows.next(), std::exception);
}

TEST_F(DatabaseTest, every_table_is_strict) {
  open();
  const auto loose = look([](Reader& reader) {
    return reader.integer(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND strict = 0");
  });
  EXPECT_EQ(loose, 0);
}

// The schema that comes out of a migration killed before statement `stop`, and then run again.
std::string schema_after_kill(const std::filesystem::path& file, int stop) {
  const pid_t child = ::fork();
  if (child == 0) {
    Connection connection(file, Connection::Role::writer);
    (void)migrate(connection, embedded_migrations(), [stop](int number) {
      if (number == stop) ::_exit(7);
    });
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Connection connection(file, Connection::Role::writer);
  EXPECT_TRUE(migrate(connection, embedded_migrations()).has_value());
  return (WEXITSTATUS(status) == 7 ? "killed " : "ran ") +
         connection.text(
             "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
}

TEST_F(DatabaseTest, a_migration_killed_at_any_statement_is_finished_by_the_next_start) {
  std::filesystem::create_directories(folder);
  const std::string whole = schema_after_kill(folder / "whole.db", -1).substr(4);
  ASSERT_NE(whole.find("outbox_attempts"), std::string::npos);
  for (int stop = 0;; ++stop) {
    const std::string schema = schema_after_kill(folder / (std::to_string(stop) + ".db"), stop);
    if (schema.substr(0, 4) == "ran ") {
      EXPECT_GT(stop, 50);
      break;
    }
    ASSERT_EQ(schema.substr(7), whole) << "statement " << stop;
  }
}

}  // namespace
}  // namespace hub::store
