#include "hub/cli/demo_secrets.hpp"

#include <array>
#include <string_view>

namespace hub::cli {
namespace {

using Bytes = std::array<std::uint8_t, 32>;

Bytes random_bytes(base::Random& random) {
  Bytes bytes{};
  random.fill(bytes);
  return bytes;
}

std::string base64(const Bytes& bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const auto byte : bytes) {
    held = (held << 8 | byte) & 0xFFFF;
    for (bits += 8; bits >= 6; bits -= 6)
      out += digits[held >> (bits - 6) & 63];
  }
  if (bits > 0) out += digits[held << (6 - bits) & 63];
  out.append((4 - out.size() % 4) % 4, '=');
  return out;
}

}  // namespace

std::string new_webhook_key(base::Random& random) {
  return "whsec_" + base64(random_bytes(random));
}

std::string new_word(base::Random& random) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const auto byte : random_bytes(random)) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace hub::cli
