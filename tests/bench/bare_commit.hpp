// The bare limit of many who commit at once: one thread with the one connection takes all rows that
// wait into one WAL FULL transaction, and each who brought one waits until it is on the disk.
#pragma once

#include <sqlite3.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace bench {

class BareCommit {
 public:
  explicit BareCommit(const std::filesystem::path& file) {
    sqlite3_open(file.c_str(), &database_);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;");
    sqlite3_prepare_v3(database_, "INSERT INTO kept (body) VALUES (zeroblob(200))", -1,
                       SQLITE_PREPARE_PERSISTENT, &insert_, nullptr);
    thread_ = std::thread([this] { loop(); });
  }
  BareCommit(const BareCommit&) = delete;
  BareCommit& operator=(const BareCommit&) = delete;
  ~BareCommit() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    came_.notify_one();
    thread_.join();
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }

  /// Back when a row of the caller's is on the disk.
  void commit() {
    std::unique_lock lock(mutex_);
    const auto mine = ++waiting_;
    came_.notify_one();
    done_.wait(lock, [&] { return kept_ >= mine; });
  }

 private:
  void run(const char* sql) { sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); }
  void loop() {
    std::unique_lock lock(mutex_);
    while (true) {
      came_.wait(lock, [&] { return stopping_ || kept_ < waiting_; });
      if (stopping_) return;
      const auto until = waiting_;
      const auto rows = until - kept_;
      lock.unlock();
      run("BEGIN IMMEDIATE");
      for (std::size_t i = 0; i < rows; ++i) {
        sqlite3_step(insert_);
        sqlite3_reset(insert_);
      }
      run("COMMIT");
      lock.lock();
      kept_ = until;
      done_.notify_all();
    }
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::mutex mutex_;
  std::condition_variable came_;
  std::condition_variable done_;
  std::size_t waiting_ = 0;
  std::size_t kept_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace bench
