// A file system that can be full, can fail to sync, and forgets on a power cut what was not synced.
// Registered under a name; databases of this process opened while it is the default use it.
#pragma once

#include <cstdint>
#include <string>

namespace hub::store {

class FaultVfs {
 public:
  /// Becomes SQLite's default; a second one at the same time is a defect.
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  void disk_is_full(bool full);
  void sync_fails(bool fails);
  /// The control of the durability tests: syncs are taken as done, and nothing is synced.
  void ignore_syncs(bool ignore);
  /// How much of the log is safe: its length at its last sync.
  [[nodiscard]] std::int64_t synced_log_bytes() const;
  [[nodiscard]] int syncs() const;
};

}  // namespace hub::store
