// 2,000 random edits of eight kinds on a log of 20,000 rows: each is found, and where an edit has
// one place, the row is named. The control is what an intruder who rewrites the rest of the log
// gets past: everything but a checkpoint that was kept elsewhere.
#include <random>

#include "hub/verify/digest.hpp"
#include "tests/hub/verify/log_fixture.hpp"

namespace hub::verify {
namespace {

constexpr std::int64_t rows = 20'000;
constexpr std::int64_t rows_per_note = 1'000;
constexpr int edits_of_a_kind = 250;
constexpr unsigned seed = 20261122;

/// What was done, and which rows may be named for it.
struct Edit {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

class Editor {
 public:
  Editor(const std::filesystem::path& file, std::mt19937& random)
      : intruder_(file), random_(random) {}

  Edit edit_contents() {
    const auto row = any(1, rows);
    const bool salt = any(0, 1) == 0;
    flip("audit_contents", salt ? "salt" : "contents", row);
    return {row, row};
  }
  Edit edit_row() {
    const auto row = any(1, rows);
    const auto what = any(0, 2);
    if (what == 0)
      intruder_.run("UPDATE audit_log SET at = at + " + std::to_string(any(1, 100'000)) +
                    where(row));
    else
      flip("audit_log", what == 1 ? "entry" : "chain", row);
    return {row, row};
  }
  /// The rows after it move up, or stay.
  Edit delete_row() {
    const auto row = any(1, rows);
    intruder_.run("DELETE FROM audit_contents" + where(row));
    intruder_.run("DELETE FROM audit_log" + where(row));
    if (any(0, 1) == 0) move_by(-1, row + 1);
    return {row, row};
  }
  /// A row between two, made as a row is made, but for those after it.
  Edit insert_row() {
    const auto row = any(1, rows);
    move_by(1, row);
    const std::string from = std::to_string(any(1, rows - 1) + 1);
    for (const std::string table : {"audit_log", "audit_contents"}) {
      intruder_.run("CREATE TEMP TABLE made AS SELECT * FROM " + table + " WHERE seq = " + from);
      intruder_.run("UPDATE made SET seq = " + std::to_string(row));
      intruder_.run("INSERT OR REPLACE INTO " + table + " SELECT * FROM made; DROP TABLE made");
    }
    relink(row, row);
    return {row, row + 1};
  }
  Edit exchange_rows() {
    const auto row = any(1, rows - 1);
    const auto other = any(row + 1, rows);
    for (const std::string table : {"audit_log", "audit_contents"}) {
      intruder_.run("UPDATE " + table + " SET seq = 0" + where(row));
      intruder_.run("UPDATE " + table + " SET seq = " + std::to_string(row) + where(other));
      intruder_.run("UPDATE " + table + " SET seq = " + std::to_string(other) + where(0));
    }
    return {row, row};
  }
  /// With a head that fits, and without the checkpoints that tell.
  Edit cut_tail() {
    const auto row = any(1, rows - 1);
    const std::string after = " WHERE seq > " + std::to_string(row);
    for (const std::string table : {"audit_log", "audit_contents", "audit_notes"})
      intruder_.run("DELETE FROM " + table + after);
    put_head(row);
    return {row + 1, row + 1};
  }
  Edit take_contents() {
    const auto row = any(1, rows);
    intruder_.run("DELETE FROM audit_contents" + where(row));
    return {row, row};
  }
  /// Other contents, and every row from there on made anew, head and all.
  Edit rewrite() {
    const auto row = any(1, rows);
    flip("audit_contents", "contents", row);
    recommit(row);
    relink(row, rows);
    put_head(rows);
    intruder_.run("DELETE FROM audit_notes WHERE seq >= " + std::to_string(row));
    return {std::max<std::int64_t>(1, row - rows_per_note), row};
  }

 private:
  std::int64_t any(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
  }
  static std::string where(std::int64_t row) { return " WHERE seq = " + std::to_string(row); }

  /// All rows from `first` on; through numbers that no row has, for each number is taken once.
  void move_by(int step, std::int64_t first) {
    for (const std::string table : {"audit_log", "audit_contents"}) {
      const std::string from = " WHERE seq >= " + std::to_string(first);
      intruder_.run("UPDATE " + table + " SET seq = -seq" + from);
      intruder_.run("UPDATE " + table + " SET seq = " + std::to_string(step) +
                    "-seq WHERE seq < 0");
    }
  }

  std::string bytes(const std::string& sql) {
    std::string out;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(intruder_.get(), sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    if (sqlite3_step(statement) == SQLITE_ROW)
      out.assign(static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                 static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    sqlite3_finalize(statement);
    return out;
  }
  void put(const std::string& sql, std::string_view blob, std::int64_t row) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(intruder_.get(), sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    sqlite3_bind_blob(statement, 1, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
    sqlite3_bind_int64(statement, 2, row);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_finalize(statement);
  }
  void flip(const std::string& table, const std::string& column, std::int64_t row) {
    std::string blob = bytes("SELECT " + column + " FROM " + table + where(row));
    const auto at = static_cast<std::size_t>(any(0, static_cast<std::int64_t>(blob.size()) - 1));
    blob[at] = static_cast<char>(blob[at] ^ (1 << any(0, 7)));
    put("UPDATE " + table + " SET " + column + " = ?1 WHERE seq = ?2", blob, row);
  }
  void put_head(std::int64_t row) {
    intruder_.run("UPDATE audit_head SET seq = " + std::to_string(row) +
                  ", chain = (SELECT chain FROM audit_log" + where(row) + ")");
  }
  /// The row holds its contents' hash again.
  void recommit(std::int64_t row) {
    const std::string salt = bytes("SELECT salt FROM audit_contents" + where(row));
    const std::string contents = bytes("SELECT contents FROM audit_contents" + where(row));
    Hasher hasher;
    const Digest digest =
        hasher.add_number(salt.size()).add(salt).add_number(contents.size()).add(contents).finish();
    std::string body("\x02\0\0\0\0\0\0\0\x20", 9);
    put("UPDATE audit_log SET entry = ?1 WHERE seq = ?2", body.append(view_of(digest)), row);
  }
  /// Makes the hashes of these rows anew.
  void relink(std::int64_t first, std::int64_t last) {
    intruder_.run("BEGIN");
    std::string before = bytes("SELECT chain FROM audit_log" + where(first - 1));
    before.resize(32, '\0');
    sqlite3_stmt* read = nullptr;
    sqlite3_stmt* write = nullptr;
    sqlite3_prepare_v2(intruder_.get(), "SELECT at, entry FROM audit_log WHERE seq = ?", -1, &read,
                       nullptr);
    sqlite3_prepare_v2(intruder_.get(), "UPDATE audit_log SET chain = ? WHERE seq = ?", -1, &write,
                       nullptr);
    Hasher hasher;
    for (auto row = first; row <= last; ++row) {
      sqlite3_bind_int64(read, 1, row);
      EXPECT_EQ(sqlite3_step(read), SQLITE_ROW);
      hasher.add(before).add_number(static_cast<std::uint64_t>(row));
      hasher.add_number(static_cast<std::uint64_t>(sqlite3_column_int64(read, 0)));
      hasher.add({static_cast<const char*>(sqlite3_column_blob(read, 1)),
                  static_cast<std::size_t>(sqlite3_column_bytes(read, 1))});
      before = view_of(hasher.finish());
      sqlite3_reset(read);
      sqlite3_bind_blob(write, 1, before.data(), 32, SQLITE_TRANSIENT);
      sqlite3_bind_int64(write, 2, row);
      EXPECT_EQ(sqlite3_step(write), SQLITE_DONE);
      sqlite3_reset(write);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    intruder_.run("COMMIT");
  }

  Intruder intruder_;
  std::mt19937& random_;
};

class Tampering : public LogFixture {
 protected:
  Tampering() {
    for (std::int64_t done = 0; done < rows; done += rows_per_note) {
      write_rows(rows_per_note, 500);
      kept = sign();
    }
    honest = backup();
    Intruder(honest).drop_triggers();
  }

  void expect_all_found(Edit (Editor::*kind)()) {
    for (int i = 0; i < edits_of_a_kind; ++i) {
      const Edit edit = tamper(kind);
      const auto report = verdict(edited, kept);
      ASSERT_TRUE(report.fault) << "edit " << i << " at row " << edit.first;
      EXPECT_GE(report.fault->row, edit.first) << "edit " << i;
      EXPECT_LE(report.fault->row, edit.last) << "edit " << i;
    }
  }
  Edit tamper(Edit (Editor::*kind)()) {
    std::filesystem::copy_file(honest, edited, std::filesystem::copy_options::overwrite_existing);
    return (Editor(edited, dice).*kind)();
  }

  std::mt19937 dice{seed};
  std::filesystem::path honest;
  std::filesystem::path edited = scratch / "edited.db";
  std::string kept;  ///< the last checkpoint, as it left the machine
};

TEST_F(Tampering, every_edit_is_found_and_its_row_named) {
  ASSERT_FALSE(verdict(honest, kept).fault);
  ASSERT_EQ(verdict(honest, kept).proved, rows);
  for (const auto kind :
       {&Editor::edit_contents, &Editor::edit_row, &Editor::delete_row, &Editor::insert_row,
        &Editor::exchange_rows, &Editor::cut_tail, &Editor::take_contents, &Editor::rewrite}) {
    expect_all_found(kind);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Tampering, control_without_the_kept_checkpoint_a_rewritten_or_cut_log_passes) {
  for (const auto kind : {&Editor::rewrite, &Editor::cut_tail}) {
    tamper(kind);
    EXPECT_FALSE(verdict(edited).fault);
    EXPECT_LT(verdict(edited).proved, rows);
  }
}

}  // namespace
}  // namespace hub::verify
