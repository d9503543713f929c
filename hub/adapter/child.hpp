// One child process with one socket and nothing else of ours: the hub's own, or one that a keeper
// started under another user. Killed and reaped at the latest when this object goes. One thread at
// a time.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "hub/adapter/fault.hpp"
#include "hub/adapter/launch.hpp"
#include "hub/base/result.hpp"

namespace hub::adapter {

/// Resident memory now; 0 when it is gone, or hidden from us. Any thread, also after the child.
using Memory = std::function<std::uint64_t()>;

class Child {
 public:
  /// Starts the program after checking its file and the adapter's. The child gets /dev/null as 0, 1
  /// and 2, one end of a socket pair as 3, no environment, and no signal of our terminal.
  static base::Result<std::unique_ptr<Child>> start(const Launch& launch);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  virtual ~Child();

  /// Our end of the socket pair; the caller closes it.
  [[nodiscard]] int take_socket() { return std::exchange(socket_, -1); }
  /// Who signed what it runs, in base64; empty: nobody.
  [[nodiscard]] const std::string& publisher() const { return publisher_; }
  [[nodiscard]] virtual pid_t pid() const = 0;
  [[nodiscard]] virtual Memory memory() const = 0;
  [[nodiscard]] virtual bool alive() const = 0;
  /// Lets it use so much more CPU time from now on.
  virtual void grant_cpu(std::int64_t seconds) const = 0;

  /// Waits at most `patience` for it to end by itself, then kills it. Says how it ended; `killed`
  /// is what to say when we had to.
  virtual Fault end(milliseconds patience, const Fault& killed) = 0;

 protected:
  /// Owns the socket from here on.
  explicit Child(int socket) : socket_(socket) {}

 private:
  int socket_;
  std::string publisher_;
};

/// As waitid tells it.
Fault how_it_ended(int code, int status);

}  // namespace hub::adapter
