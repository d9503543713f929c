#include "hub/keeper/process.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgot it in this header
#include <sys/pidfd.h>
}

#include <csignal>
#include <ctime>
#include <fstream>
#include <string>

namespace hub::keeper {
namespace {

constexpr std::chrono::milliseconds patience_for_the_killed{5'000};

}  // namespace

std::uint64_t resident_bytes(pid_t pid) {
  std::ifstream statm("/proc/" + std::to_string(pid) + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  if (!(statm >> total >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

Process::Process(pid_t pid) : pid_(pid), pidfd_(::pidfd_open(pid, 0)) {
  if (pidfd_) return;
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  reaped_ = true;
}

Process::~Process() {
  if (reaped_) return;
  kill();
  static_cast<void>(ended_within(patience_for_the_killed));
  reap();
}

bool Process::ended_within(std::chrono::milliseconds patience) const {
  pollfd waited{pidfd_.get(), POLLIN, 0};
  return ::poll(&waited, 1, static_cast<int>(patience.count())) == 1;
}

void Process::grant_cpu(std::int64_t seconds) const {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return;
  const auto soft = static_cast<rlim_t>(used.tv_sec + seconds);
  const rlimit limit{soft, RLIM_INFINITY};
  ::prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

void Process::kill() const {
  ::pidfd_send_signal(pidfd_.get(), SIGKILL, nullptr, 0);
}

siginfo_t Process::reap() {
  siginfo_t info{};
  ::waitid(P_PIDFD, static_cast<id_t>(pidfd_.get()), &info, WEXITED | WNOHANG);
  reaped_ = true;
  return info;
}

}  // namespace hub::keeper
