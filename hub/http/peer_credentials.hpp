// Who stands at the other end of a Unix socket, as the kernel says.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace hub::http {

/// SO_PEERCRED's user.
std::optional<uid_t> peer_of(int socket);
/// The user's name, or the number where the system knows none. May ask a directory service.
std::string user_name(uid_t user);
/// The daemon's own user, and root.
constexpr bool may_administer(uid_t peer, uid_t own) {
  return peer == own || peer == 0;
}

}  // namespace hub::http
