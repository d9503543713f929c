#include "hub/daemon/privileges.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;

base::Failure refused(const std::string& what) {
  return {Kind::forbidden, what + ": " + std::strerror(errno)};
}

Result<> become(const passwd& user) {
  if (::setgroups(0, nullptr) != 0) return refused("drop groups");
  if (::setresgid(user.pw_gid, user.pw_gid, user.pw_gid) != 0) return refused("drop group");
  if (::setresuid(user.pw_uid, user.pw_uid, user.pw_uid) != 0) return refused("drop user");
  if (::setuid(0) == 0) return base::fail(Kind::forbidden, "root could be taken back");
  return {};
}

}  // namespace

Result<> drop_privileges(const std::string& user) {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  if (!user.empty()) {
    std::vector<char> buffer(16'384);
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwnam_r(user.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 ||
        found == nullptr) {
      return base::fail(Kind::not_found, "no user " + user);
    }
    if (::geteuid() != 0) return base::fail(Kind::forbidden, "only root can become " + user);
    if (auto done = become(entry); !done) return done;
  }
  ::prctl(PR_SET_DUMPABLE, 0);
  return {};
}

}  // namespace hub::daemon
