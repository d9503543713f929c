#include "hub/base/ids.hpp"

namespace hub::base {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

bool dash_at(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

UuidBytes make_uuid7(UtcMillis at, Random& random) {
  UuidBytes bytes;
  random.fill(bytes);
  const auto millis = static_cast<std::uint64_t>(millis_of(at));
  for (int i = 0; i < 6; ++i)
    bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
  bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0F));  // version 7
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));  // variant 10
  return bytes;
}

std::string to_text(const UuidBytes& bytes) {
  std::string text(36, '-');
  std::size_t at = 0;
  for (const auto byte : bytes) {
    if (dash_at(at)) ++at;
    text[at++] = hex_digits[byte >> 4];
    text[at++] = hex_digits[byte & 0x0F];
  }
  return text;
}

std::optional<UuidBytes> uuid_from_text(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  UuidBytes bytes;
  std::size_t digit = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (dash_at(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[i]);
    if (value < 0) return std::nullopt;
    auto& byte = bytes[digit / 2];
    byte = static_cast<std::uint8_t>(digit % 2 == 0 ? value << 4 : byte | value);
    ++digit;
  }
  return bytes;
}

}  // namespace hub::base
