#include "hub/adapter/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgot it in this header
#include <sys/pidfd.h>
}

#include <csignal>
#include <cstring>
#include <ctime>
#include <fstream>
#include <utility>

#include "hub/adapter/safe_file.hpp"
#include "hub/adapter/signed_module.hpp"
#include "sdk/wire/program.hpp"
#include "sdk/wire/spawn.hpp"

namespace hub::adapter {
namespace {

using base::fail;
using base::Kind;
using base::Result;
namespace wire = tsunagu::wire;

constexpr milliseconds patience_for_the_killed{5'000};

/// Whoever can change what runs a script can change the script.
Result<> check_interpreter(const std::filesystem::path& adapter) {
  if (wire::is_module(adapter)) return {};
  const auto interpreter = wire::interpreter_of(adapter);
  if (!interpreter || !interpreter->is_absolute())
    return {};  // the host says what is wrong with it
  const auto checked = check_safe_file(*interpreter);
  if (!checked) return checked.error();
  return {};
}

/// With real paths, of files that only the right people can change.
Result<wire::HostCall> checked_call(const Launch& launch) {
  const auto program = check_safe_file(launch.program);
  if (!program) return program.error();
  const auto adapter = check_safe_file(launch.adapter);
  if (!adapter) return adapter.error();
  if (const auto checked = check_signed(launch.adapter); !checked) return checked.error();
  if (const auto checked = check_interpreter(*adapter); !checked) return checked.error();
  return wire::HostCall{*program,
                        *adapter,
                        launch.data_dir,
                        launch.budget.memory_bytes,
                        launch.budget.cpu_seconds,
                        launch.guarded};
}

Fault how_it_ended(const siginfo_t& info) {
  if (info.si_code == CLD_EXITED) {
    return {Cause::exited, info.si_status,
            "ended by itself with status " + std::to_string(info.si_status)};
  }
  const std::string name = info.si_status == SIGXCPU ? " (CPU time used up)" : "";
  return {Cause::signalled, info.si_status,
          "ended by signal " + std::to_string(info.si_status) + name};
}

}  // namespace

Result<std::unique_ptr<Child>> Child::start(const Launch& launch) {
  const auto call = checked_call(launch);
  if (!call) return call.error();
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail(Kind::unavailable, "no socket pair: too many open files");
  }
  const auto [pid, error] = wire::spawn(*call, ends[1], wire::Group::its_own);
  ::close(ends[1]);
  const int pidfd = error == 0 ? ::pidfd_open(pid, 0) : -1;
  if (pidfd >= 0) return std::unique_ptr<Child>(new Child(pid, pidfd, ends[0]));
  ::close(ends[0]);
  if (error != 0) {
    return fail(Kind::unavailable,
                call->host.string() + ": can't be started: " + std::strerror(error));
  }
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  return fail(Kind::unavailable, "no pidfd: too many open files");
}

Child::~Child() {
  if (socket_ >= 0) ::close(socket_);
  if (!reaped_) end(milliseconds(0), {});
  ::close(pidfd_);
}

int Child::take_socket() {
  return std::exchange(socket_, -1);
}

bool Child::ended_within(milliseconds patience) const {
  pollfd waited{pidfd_, POLLIN, 0};
  return ::poll(&waited, 1, static_cast<int>(patience.count())) == 1;
}

bool Child::alive() const {
  return !reaped_ && !ended_within(milliseconds(0));
}

void Child::grant_cpu(std::int64_t seconds) const {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return;
  const auto soft = static_cast<rlim_t>(used.tv_sec + seconds);
  const rlimit limit{soft, RLIM_INFINITY};
  ::prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

std::uint64_t resident_bytes(pid_t pid) {
  std::ifstream statm("/proc/" + std::to_string(pid) + "/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  if (!(statm >> total >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

Fault Child::end(milliseconds patience, const Fault& killed) {
  const bool by_itself = ended_within(patience);
  if (!by_itself) {
    ::pidfd_send_signal(pidfd_, SIGKILL, nullptr, 0);
    static_cast<void>(ended_within(patience_for_the_killed));
  }
  siginfo_t info{};
  ::waitid(P_PIDFD, static_cast<id_t>(pidfd_), &info, WEXITED | WNOHANG);
  reaped_ = true;
  return by_itself ? how_it_ended(info) : killed;
}

}  // namespace hub::adapter
