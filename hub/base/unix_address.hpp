// The address of a socket in the file system (unix(7)).
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <filesystem>

#include "hub/base/result.hpp"

namespace hub::base {

/// `invalid` for a path that an address can't hold.
Result<sockaddr_un> unix_address(const std::filesystem::path& path);

inline const sockaddr* as_sockaddr(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

}  // namespace hub::base
