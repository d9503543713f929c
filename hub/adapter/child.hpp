// One child process with one socket and nothing else of ours. Killed and reaped at the latest when
// this object goes. One thread at a time.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>

#include "hub/adapter/fault.hpp"
#include "hub/adapter/launch.hpp"
#include "hub/base/result.hpp"

namespace hub::adapter {

/// Resident memory of a process; 0 when it is gone.
std::uint64_t resident_bytes(pid_t pid);

class Child {
 public:
  /// Starts the program after checking its file and the adapter's. The child gets /dev/null as 0, 1
  /// and 2, one end of a socket pair as 3, no environment, and no signal of our terminal.
  static base::Result<std::unique_ptr<Child>> start(const Launch& launch);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  /// Our end of the socket pair; the caller closes it.
  [[nodiscard]] int take_socket();
  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] bool alive() const;
  /// Lets it use so much more CPU time from now on.
  void grant_cpu(std::int64_t seconds) const;

  /// Waits at most `patience` for it to end by itself, then kills it. Says how it ended; `killed`
  /// is what to say when we had to.
  Fault end(milliseconds patience, const Fault& killed);

 private:
  Child(pid_t pid, int pidfd, int socket) : pid_(pid), pidfd_(pidfd), socket_(socket) {}
  [[nodiscard]] bool ended_within(milliseconds patience) const;

  pid_t pid_;
  int pidfd_;
  int socket_;
  bool reaped_ = false;
};

}  // namespace hub::adapter
