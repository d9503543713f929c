#include "hub/cli/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>

namespace hub::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds step{20};

sigset_t interrupts() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

/// What a new process begins with: own session, no blocked signals, three descriptors.
class Beginning {
 public:
  Beginning(const std::filesystem::path& out, const std::filesystem::path& errors) {
    constexpr int mode = O_WRONLY | O_CREAT | O_APPEND;
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, out.c_str(), mode, 0600);
    posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, errors.c_str(), mode, 0600);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  }
  ~Beginning() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  Beginning(const Beginning&) = delete;
  Beginning& operator=(const Beginning&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* files() const { return &files_; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

base::Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program,
                                               const std::vector<std::string>& arguments,
                                               const std::filesystem::path& out,
                                               const std::filesystem::path& errors) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Beginning beginning(out, errors);
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, program.c_str(), beginning.files(), beginning.attributes(),
                                  pointers.data(), environ);
  if (error == 0) return ChildProcess(pid);
  return base::fail(base::Kind::unavailable,
                    "can't start " + program.string() + ": " + std::strerror(error));
}

ChildProcess::~ChildProcess() {
  if (pid_ != 0) stop(std::chrono::seconds(10));
}

bool ChildProcess::running() {
  if (pid_ == 0) return false;
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = 0;
  return false;
}

void ChildProcess::stop(milliseconds patience) {
  if (!running()) return;
  ::kill(pid_, SIGTERM);
  for (const auto until = steady_clock::now() + patience; steady_clock::now() < until;) {
    if (!running()) return;
    interrupted_within(step);
  }
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

bool runs(pid_t pid, const std::filesystem::path& program, const std::string& word) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/cmdline", std::ios::binary);
  const std::string line{std::istreambuf_iterator<char>(in), {}};
  const std::string begin = program.string() + '\0';
  const std::string wanted = '\0' + word + '\0';
  return line.starts_with(begin) && line.find(wanted) != std::string::npos;
}

bool stop_other(pid_t pid, milliseconds patience) {
  ::kill(pid, SIGTERM);
  for (const auto until = steady_clock::now() + patience; steady_clock::now() < until;) {
    if (::kill(pid, 0) != 0 && errno == ESRCH) return true;
    interrupted_within(step);
  }
  return false;
}

bool interrupted_within(milliseconds pause) {
  const auto set = interrupts();
  const timespec time{pause.count() / 1000, static_cast<long>(pause.count() % 1000) * 1'000'000};
  return ::sigtimedwait(&set, nullptr, &time) > 0;
}

void hold_interrupts() {
  const auto set = interrupts();
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

}  // namespace hub::cli
