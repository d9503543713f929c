// A running child, looked at and ended by whoever is its parent: the hub, or a keeper.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <chrono>
#include <cstdint>

#include "hub/base/unique_fd.hpp"

namespace hub::keeper {

/// Resident memory of a process; 0 when it is gone, or hidden from us.
std::uint64_t resident_bytes(pid_t pid);

/// Owns the child: killed and reaped at the latest with this object. One thread at a time.
class Process {
 public:
  explicit Process(pid_t pid);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// False: too many open files, and the child was ended.
  [[nodiscard]] bool good() const { return static_cast<bool>(pidfd_); }
  [[nodiscard]] pid_t pid() const { return pid_; }
  /// Readable once it has ended.
  [[nodiscard]] int descriptor() const { return pidfd_.get(); }
  [[nodiscard]] bool ended_within(std::chrono::milliseconds patience) const;
  /// Lets it use so much more CPU time from now on.
  void grant_cpu(std::int64_t seconds) const;
  void kill() const;
  /// How it ended; call it once, when it has.
  siginfo_t reap();

 private:
  pid_t pid_;
  base::UniqueFd pidfd_;
  bool reaped_ = false;
};

}  // namespace hub::keeper
