// Landlock by its system calls: glibc 2.36 has no functions for them.
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sdk/host/guards.hpp"
#include "sdk/wire/messages.hpp"

namespace tsunagu::host {
namespace {

// Of later kernels than Debian 12's headers.
constexpr std::uint64_t access_truncate = 1ULL << 14U;
constexpr std::uint64_t access_ioctl_dev = 1ULL << 15U;
constexpr std::uint64_t all_of_tcp = (1ULL << 0U) | (1ULL << 1U);  // bind, connect
constexpr std::uint64_t all_scopes = (1ULL << 0U) | (1ULL << 1U);  // abstract sockets, signals
struct Ruleset {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
  std::uint64_t scoped = 0;
};

/// Every right that this kernel's Landlock can take away.
std::uint64_t handled_rights(long version) {
  std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
  if (version >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) rights |= access_truncate;
  if (version >= 5) rights |= access_ioctl_dev;
  return rights;
}

/// An older kernel takes a longer struct when what it does not know is 0.
Ruleset all_of(long version) {
  Ruleset handled;
  handled.files = handled_rights(version);
  if (version >= 4) handled.network = all_of_tcp;
  if (version >= 6) handled.scoped = all_scopes;
  return handled;
}

/// Lets `path` be read (a file, or all files below a folder), and with more rights more. What is
/// not there needs no rule.
bool allow(int ruleset, const std::filesystem::path& path, std::uint64_t more = 0) {
  const int opened = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (opened < 0) return true;
  struct stat found {};
  const bool folder = ::fstat(opened, &found) == 0 && S_ISDIR(found.st_mode);
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | more;
  if (folder) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = opened;
  const long added =
      ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(opened);
  return added == 0;
}

bool allow_all(int ruleset, const std::filesystem::path& adapter,
               const std::filesystem::path& data_dir) {
  bool allowed = allow(ruleset, adapter);
  if (!data_dir.empty()) allowed = allow(ruleset, data_dir) && allowed;
  for (const char* path : {"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"}) {
    allowed = allow(ruleset, path) && allowed;
  }
  return allowed;
}

/// The kernel runs the program, its interpreter, and the loader of both.
bool allow_becoming(int ruleset, const std::filesystem::path& program,
                    const std::filesystem::path& interpreter) {
  bool allowed = allow(ruleset, program, LANDLOCK_ACCESS_FS_EXECUTE);
  if (!interpreter.empty()) {
    allowed = allow(ruleset, interpreter, LANDLOCK_ACCESS_FS_EXECUTE) && allowed;
  }
  for (const char* loader : {"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"}) {
    allowed = allow(ruleset, loader, LANDLOCK_ACCESS_FS_EXECUTE) && allowed;
  }
  return allowed;
}

}  // namespace

std::uint32_t wall_off_files(const std::filesystem::path& adapter,
                             const std::filesystem::path& data_dir,
                             const std::optional<std::filesystem::path>& interpreter) {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  const Ruleset handled = all_of(version);
  const int ruleset =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (ruleset < 0) return 0;
  const bool in_force = allow_all(ruleset, adapter, data_dir) &&
                        (!interpreter || allow_becoming(ruleset, adapter, *interpreter)) &&
                        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                        ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(ruleset);
  return in_force ? wire::guard_landlock : 0U;
}

}  // namespace tsunagu::host
