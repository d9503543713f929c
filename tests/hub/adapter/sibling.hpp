// A process for an adapter to reach for.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>

namespace hub::adapter::bench {

/// Another process of this user, which does nothing while it lives.
class Sibling {
 public:
  Sibling() : pid_(::fork()) {
    if (pid_ < 0) throw std::runtime_error("no sibling");
    while (pid_ == 0)
      ::pause();
  }
  Sibling(const Sibling&) = delete;
  Sibling& operator=(const Sibling&) = delete;
  ~Sibling() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  [[nodiscard]] std::string pid() const { return std::to_string(pid_); }

 private:
  pid_t pid_;
};

}  // namespace hub::adapter::bench
