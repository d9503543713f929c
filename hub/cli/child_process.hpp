// A program that the demonstration starts, in a session of its own, so that closing the terminal
// does not end it. It writes to a file. Ended by the destructor unless it was let go.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::cli {

/// One process, known by its number and checked by its program: a number may by now belong to
/// somebody else. No waiting without a deadline. One thread.
class ChildProcess {
 public:
  /// `arguments` without the program's own name; standard output and errors go to the two files.
  static base::Result<ChildProcess> start(const std::filesystem::path& program,
                                          const std::vector<std::string>& arguments,
                                          const std::filesystem::path& out,
                                          const std::filesystem::path& errors);
  ChildProcess(ChildProcess&& other) noexcept : pid_(std::exchange(other.pid_, 0)) {}
  ChildProcess& operator=(ChildProcess&&) = delete;
  ~ChildProcess();

  [[nodiscard]] pid_t pid() const noexcept { return pid_; }
  [[nodiscard]] bool running();
  /// SIGTERM, and SIGKILL when `patience` is over.
  void stop(std::chrono::milliseconds patience);
  /// It goes on after us.
  void let_go() noexcept { pid_ = 0; }

 private:
  explicit ChildProcess(pid_t pid) : pid_(pid) {}
  pid_t pid_ = 0;
};

/// Whether `pid` was started as `program` with `word` among its arguments. Its command line tells:
/// the link to the executable of a process that forbids core dumps, as the hub does, only root
/// reads.
bool runs(pid_t pid, const std::filesystem::path& program, const std::string& word);

/// The same for a process that is not our child: false if it still runs when `patience` is over.
bool stop_other(pid_t pid, std::chrono::milliseconds patience);

/// Waits a moment. True when this program was asked to end (SIGINT, SIGTERM) meanwhile.
bool interrupted_within(std::chrono::milliseconds pause);
/// From here on the two signals wait for interrupted_within(); children start without this.
void hold_interrupts();

}  // namespace hub::cli
