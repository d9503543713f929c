#include "sdk/wire/spawn.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace tsunagu::wire {
namespace {

constexpr int socket_in_child = 3;

/// What posix_spawn does in the child before exec.
class Actions {
 public:
  explicit Actions(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, socket_in_child);
    for (int standard = 0; standard < socket_in_child; ++standard) {
      ::posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", O_RDWR, 0);
    }
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, socket_in_child + 1);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Signals as a fresh program expects them, whatever its parent blocks or ignores.
class Attributes {
 public:
  explicit Attributes(Group group) {
    ::posix_spawnattr_init(&attributes_);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    const int own_group = group == Group::its_own ? POSIX_SPAWN_SETPGROUP : 0;
    ::posix_spawnattr_setflags(&attributes_, static_cast<short>(POSIX_SPAWN_SETSIGMASK |
                                                                POSIX_SPAWN_SETSIGDEF | own_group));
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

std::vector<std::string> arguments_of(const HostCall& call) {
  std::vector<std::string> arguments = {call.host.string(), "--memory",
                                        std::to_string(call.memory_bytes), "--cpu",
                                        std::to_string(call.cpu_seconds)};
  if (!call.data_dir.empty()) {
    arguments.insert(arguments.end(), {"--data", call.data_dir.string()});
  }
  if (!call.guarded) arguments.emplace_back("--unguarded");
  arguments.insert(arguments.end(), {"--", call.adapter.string()});
  return arguments;
}

}  // namespace

Spawned spawn(const HostCall& call, int socket, Group group) {
  const std::vector<std::string> arguments = arguments_of(call);
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  char* no_environment[] = {nullptr};
  const Actions actions(socket);
  const Attributes attributes(group);
  pid_t pid = -1;
  const int error =
      ::posix_spawn(&pid, argv[0], actions.get(), attributes.get(), argv.data(), no_environment);
  return {error == 0 ? pid : -1, error};
}

}  // namespace tsunagu::wire
