#include "sdk/text/utf8_scan.hpp"

#include <cstdint>
#include <cstring>

namespace tsunagu::text {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<std::uint8_t>(bytes[i]);
}

}  // namespace

char32_t utf8_value(std::string_view bytes, int size) noexcept {
  const auto lead = byte_at(bytes, 0);
  if (size == 1) return lead;
  auto value = static_cast<char32_t>(lead & (0x7F >> size));
  for (int i = 1; i < size; ++i)
    value = (value << 6) | (byte_at(bytes, static_cast<std::size_t>(i)) & 0x3FU);
  return value;
}

std::size_t put_utf8(char32_t c, char* out) noexcept {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  const std::size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (std::size_t i = size - 1; i > 0; --i, c >>= 6)
    out[i] = static_cast<char>(0x80 | (c & 0x3F));
  constexpr unsigned leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = static_cast<char>(leads[size] | c);
  return size;
}

std::size_t ascii_run(std::string_view bytes) noexcept {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80)
    ++at;
  return at;
}

Utf8Scan scan_utf8(std::string_view bytes) noexcept {
  Utf8Scan scan;
  while (scan.valid < bytes.size()) {
    if (byte_at(bytes, scan.valid) < 0x80) {
      scan.valid += ascii_run(bytes.substr(scan.valid));
      continue;
    }
    const int size = utf8_sequence(bytes.substr(scan.valid));
    if (size <= 0) {
      scan.end = size < 0 ? scan_cut : scan_malformed;
      return scan;
    }
    scan.valid += static_cast<std::size_t>(size);
    ++scan.multibyte;
  }
  return scan;
}

}  // namespace tsunagu::text
