// A store whose audit log is written by the hub's own code, and what the verifier says of a backup.
#pragma once

#include <sqlite3.h>

#include "hub/store/audit_erasure.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/backup.hpp"
#include "hub/verify/walk.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::verify {

inline constexpr const char* log_name = "sakura.example/audit";

class LogFixture : public store::StoreFixture {
 protected:
  LogFixture() { open(); }

  /// `rows` rows in transactions of `together`.
  void write_rows(std::int64_t rows, std::int64_t together = 100) {
    for (std::int64_t done = 0; done < rows; done += together) {
      const auto end = std::min(rows, done + together);
      ASSERT_TRUE(database
                      ->write([&](store::Transaction& tx) -> base::Result<> {
                        for (auto i = done; i < end; ++i)
                          tx.audit(disclosed(i));
                        return {};
                      })
                      .has_value());
    }
  }
  static audit::Entry disclosed(std::int64_t number) {
    audit::Entry made = entry("packet.pulled");
    made.objects = {"referral/" + std::to_string(number)};
    made.recipient = "partner/sakutomo";
    made.decision = audit::Decision::allow;
    made.rule = "consent_covers";
    made.fields = {"person/names", "consultation/wish"};
    return made;
  }

  /// The signer's note on the log as it stands, kept in the store and returned.
  std::string sign() {
    std::string note;
    EXPECT_TRUE(database
                    ->write([&](store::Transaction& tx) -> base::Result<> {
                      const auto head = store::audit_head(tx);
                      note = audit::sign_note({log_name, head}, signer);
                      store::keep_note(tx, head.seq, note);
                      return {};
                    })
                    .has_value());
    return note;
  }
  std::int64_t erase_before_now() {
    return database
        ->write([&](store::Transaction& tx) -> base::Result<std::int64_t> {
          return store::erase_contents(tx, store::erasable_before(tx, clock.now()), "system",
                                       "retention");
        })
        .value();
  }
  std::filesystem::path backup() {
    const auto file = scratch / ("backup" + std::to_string(++backups_) + ".db");
    const auto report = store::back_up(*database, file);
    EXPECT_TRUE(report.has_value()) << report.error().text();
    return file;
  }

  [[nodiscard]] std::vector<Key> keys_of_signer() const {
    return {*Key::parse(audit::VerifierKey(log_name, signer.public_key()).text())};
  }
  [[nodiscard]] Report verdict(const std::filesystem::path& file,
                               const std::string& kept_notes = "") const {
    const auto known = keys_of_signer();
    const auto log = open_log(file);
    return walk(*log, known, notes_in(kept_notes, known));
  }

  crypto::Signer signer{crypto::bytes_of(std::string(32, 's'))};

 private:
  int backups_ = 0;
};

/// Somebody who may write to the file, but has none of the keys.
class Intruder {
 public:
  explicit Intruder(const std::filesystem::path& file) {
    EXPECT_EQ(sqlite3_open(file.c_str(), &database_), SQLITE_OK);
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768");
  }
  ~Intruder() { sqlite3_close(database_); }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;

  void drop_triggers() {
    std::string all;
    const auto collect = [](void* out, int, char** values, char**) {
      *static_cast<std::string*>(out) += std::string("DROP TRIGGER ") + values[0] + ";";
      return 0;
    };
    sqlite3_exec(database_, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", collect, &all,
                 nullptr);
    run(all);
  }
  void run(const std::string& sql) {
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK)
        << sql << ": " << (error == nullptr ? "" : error);
    sqlite3_free(error);
  }
  [[nodiscard]] sqlite3* get() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace hub::verify
