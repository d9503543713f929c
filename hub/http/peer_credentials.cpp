#include "hub/http/peer_credentials.hpp"

#include <pwd.h>
#include <sys/socket.h>

#include <vector>

namespace hub::http {

std::optional<uid_t> peer_of(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return std::nullopt;
  return peer.uid;
}

std::string user_name(uid_t user) {
  std::vector<char> room(16'384);
  passwd entry{};
  passwd* found = nullptr;
  const int failed = ::getpwuid_r(user, &entry, room.data(), room.size(), &found);
  return failed == 0 && found != nullptr ? entry.pw_name : std::to_string(user);
}

}  // namespace hub::http
