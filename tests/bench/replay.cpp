// `bench_replay FROM TO`: the rows of a finished database into a fresh one with the same tables and
// indexes, each by a kept prepared statement, 10,000 a transaction, durable as the hub's are: the
// bare limit of a bulk import, by a program that decodes, checks, seals and looks up nothing. What
// is inserted is read before the clock starts. Prints seconds, CPU seconds and rows.
#include <sqlite3.h>

#include <chrono>
#include <ctime>
#include <deque>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

constexpr std::size_t rows_a_transaction = 10'000;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct EndStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeValue {
  void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

void require(int code, sqlite3* database) {
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
}

Database open(const std::string& file) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open(file.c_str(), &raw);
  Database database(raw);
  require(code, raw);
  return database;
}

void run(sqlite3* database, const std::string& sql) {
  require(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), database);
}

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  require(sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr),
          database);
  return Statement(raw);
}

std::string text(sqlite3_stmt* row, int column) {
  return reinterpret_cast<const char*>(sqlite3_column_text(row, column));
}

struct Table {
  std::string name;
  int columns = 0;
  std::deque<Value> values;  // row by row
};

/// Tokens in the order in which their records came, as no import can sort them.
Table read_table(sqlite3* from, const std::string& name) {
  const std::string order = name == "tokens" ? " ORDER BY record" : "";
  const auto rows = prepare(from, "SELECT * FROM " + name + order);
  Table table{name, sqlite3_column_count(rows.get()), {}};
  while (sqlite3_step(rows.get()) == SQLITE_ROW) {
    for (int i = 0; i < table.columns; ++i)
      table.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(rows.get(), i)));
  }
  return table;
}

std::deque<Table> read_tables(sqlite3* from) {
  std::deque<Table> tables;
  const auto names = prepare(from, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  while (sqlite3_step(names.get()) == SQLITE_ROW)
    tables.push_back(read_table(from, text(names.get(), 0)));
  return tables;
}

/// The same tables and indexes; triggers check, and the limit checks nothing.
void make_schema(sqlite3* from, sqlite3* to) {
  run(to,
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;"
      "PRAGMA wal_autocheckpoint=16000;");
  const auto made =
      prepare(from, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger'");
  while (sqlite3_step(made.get()) == SQLITE_ROW)
    run(to, text(made.get(), 0));
}

void insert(sqlite3* to, const Table& table) {
  std::string places;
  for (int i = 0; i < table.columns; ++i)
    places += i == 0 ? "?" : ", ?";
  const auto add = prepare(to, "INSERT INTO " + table.name + " VALUES (" + places + ")");
  const auto width = static_cast<std::size_t>(table.columns);
  run(to, "BEGIN IMMEDIATE");
  for (std::size_t at = 0; at < table.values.size(); ++at) {
    sqlite3_bind_value(add.get(), static_cast<int>(at % width) + 1, table.values[at].get());
    if ((at + 1) % width != 0) continue;
    if (sqlite3_step(add.get()) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(to));
    sqlite3_reset(add.get());
    if ((at + 1) / width % rows_a_transaction == 0) run(to, "COMMIT; BEGIN IMMEDIATE");
  }
  run(to, "COMMIT");
}

void replay(const std::string& from_file, const std::string& to_file) {
  const auto from = open(from_file);
  const auto tables = read_tables(from.get());
  const auto to = open(to_file);
  make_schema(from.get(), to.get());
  std::size_t rows = 0;
  const auto began = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  for (const auto& table : tables) {
    insert(to.get(), table);
    rows += table.values.size() / static_cast<std::size_t>(table.columns);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << took.count() << ' ' << double(std::clock() - cpu) / CLOCKS_PER_SEC << ' ' << rows
            << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench_replay FROM TO\n";
    return 2;
  }
  try {
    replay(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
