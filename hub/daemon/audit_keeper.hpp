// Keeps the audit log alive and signed. Every few minutes: where nothing was written since, a
// heartbeat row, so that a silence shows; and where rows came, a checkpoint of the signer, kept in
// the store. A signer that does not answer stops no work: the rows wait for the next beat.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "hub/audit/note.hpp"
#include "hub/profile/settings.hpp"
#include "hub/store/database.hpp"

namespace hub::daemon {

class AuditKeeper {
 public:
  /// The signed note over three lines; a failure says why there is none.
  using Ask = std::function<base::Result<std::string>(std::string_view body)>;

  /// `invalid` where the signer's public key can't be read. Without a signer in the settings there
  /// are heartbeats only. The database is borrowed.
  static base::Result<std::unique_ptr<AuditKeeper>> open(store::Database& database,
                                                         const profile::AuditSettings& settings);
  AuditKeeper(store::Database& database, std::optional<audit::VerifierKey> key, Ask ask);
  /// stop().
  ~AuditKeeper();
  AuditKeeper(const AuditKeeper&) = delete;
  AuditKeeper& operator=(const AuditKeeper&) = delete;

  /// Beats on a thread of its own, at once and then every `pause`.
  void start(std::chrono::milliseconds pause);
  /// Joins, after a last checkpoint.
  void stop();

  /// One beat. Any thread.
  base::Result<> beat();
  /// Signs what is not signed yet. Any thread. `unavailable` without a signer.
  base::Result<> sign();
  [[nodiscard]] const std::optional<audit::VerifierKey>& key() const noexcept { return key_; }

 private:
  void loop(std::chrono::milliseconds pause);
  base::Result<> keep(const audit::Head& head, const std::string& note);

  store::Database& database_;
  std::optional<audit::VerifierKey> key_;
  Ask ask_;
  std::mutex beating_;  // one beat at a time
  std::int64_t seen_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::daemon
