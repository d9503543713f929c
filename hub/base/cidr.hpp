// A range of IP addresses, as an operator writes it: `10.1.0.0/16`, `fd00::/8`, `127.0.0.1`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

struct sockaddr;

namespace hub::base {

/// An address of either family; IPv4 is kept in its mapped form (::ffff:a.b.c.d).
using AddressBytes = std::array<std::uint8_t, 16>;

std::optional<AddressBytes> address_from_text(std::string_view text);
/// Nothing for a family other than AF_INET and AF_INET6.
std::optional<AddressBytes> address_from_socket(const sockaddr& socket);
/// 127.0.0.0/8 and ::1.
bool is_loopback(const AddressBytes& address);

class Cidr {
 public:
  /// Nothing if it is no address, or bits stand outside of the prefix.
  static std::optional<Cidr> parse(std::string_view text);
  [[nodiscard]] bool contains(const AddressBytes& address) const;

 private:
  AddressBytes base_{};
  int prefix_ = 128;
};

bool any_contains(std::span<const Cidr> ranges, const AddressBytes& address);

}  // namespace hub::base
