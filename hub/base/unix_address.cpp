#include "hub/base/unix_address.hpp"

#include <cstring>

namespace hub::base {

Result<sockaddr_un> unix_address(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto& text = path.native();
  if (text.empty() || text.size() >= sizeof address.sun_path)
    return fail(Kind::invalid, "a socket's path has 1 to 107 bytes");
  std::memcpy(address.sun_path, text.data(), text.size());
  return address;
}

}  // namespace hub::base
