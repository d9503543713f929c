#include "hub/base/cidr.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>

namespace hub::base {
namespace {

constexpr int ipv4_offset_bits = 96;

AddressBytes mapped(const void* four) {
  AddressBytes out{};
  out[10] = out[11] = 0xFF;
  std::memcpy(out.data() + 12, four, 4);
  return out;
}

bool is_mapped(const AddressBytes& address) {
  return std::all_of(address.begin(), address.begin() + 10, [](auto b) { return b == 0; }) &&
         address[10] == 0xFF && address[11] == 0xFF;
}

bool bit_of(const AddressBytes& address, int at) {
  const auto byte = address[static_cast<std::size_t>(at / 8)];
  return ((byte >> (7 - at % 8)) & 1) != 0;
}

std::optional<int> prefix_from_text(std::string_view text, int most) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < 0 || value > most) return std::nullopt;
  return value;
}

}  // namespace

std::optional<AddressBytes> address_from_text(std::string_view text) {
  const std::string whole(text);
  in_addr four{};
  if (inet_pton(AF_INET, whole.c_str(), &four) == 1) return mapped(&four);
  AddressBytes six{};
  if (inet_pton(AF_INET6, whole.c_str(), six.data()) == 1) return six;
  return std::nullopt;
}

std::optional<AddressBytes> address_from_socket(const sockaddr& socket) {
  if (socket.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &socket, sizeof in);
    return mapped(&in.sin_addr);
  }
  if (socket.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 in{};
  std::memcpy(&in, &socket, sizeof in);
  AddressBytes out{};
  std::memcpy(out.data(), &in.sin6_addr, out.size());
  return out;
}

bool is_loopback(const AddressBytes& address) {
  if (is_mapped(address)) return address[12] == 127;
  return address[15] == 1 &&
         std::all_of(address.begin(), address.end() - 1, [](auto b) { return b == 0; });
}

std::optional<Cidr> Cidr::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = address_from_text(text.substr(0, slash));
  if (!address) return std::nullopt;
  Cidr out;
  out.base_ = *address;
  if (slash == std::string_view::npos) return out;
  const bool four = text.find(':') == std::string_view::npos;
  const auto prefix = prefix_from_text(text.substr(slash + 1), four ? 32 : 128);
  if (!prefix) return std::nullopt;
  out.prefix_ = four ? *prefix + ipv4_offset_bits : *prefix;
  for (int at = out.prefix_; at < 128; ++at) {
    if (bit_of(out.base_, at)) return std::nullopt;
  }
  return out;
}

bool Cidr::contains(const AddressBytes& address) const {
  for (int at = 0; at < prefix_; ++at) {
    if (bit_of(base_, at) != bit_of(address, at)) return false;
  }
  return true;
}

bool any_contains(std::span<const Cidr> ranges, const AddressBytes& address) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Cidr& range) { return range.contains(address); });
}

}  // namespace hub::base
