// Views of bytes, their two textual forms, and the comparison that tells nothing by its timing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hub::crypto {

using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, without copying. The text must outlive the view.
inline ByteView bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Equal length and content; the time depends on the length alone.
bool equal_in_constant_time(ByteView left, ByteView right);

/// Lower-case hexadecimal.
std::string to_hex(ByteView bytes);
/// Exactly pairs of hexadecimal digits, either case; nothing else.
std::optional<std::string> from_hex(std::string_view text);
/// RFC 4648 section 4, padded: what Standard Webhooks writes its keys and signatures in.
std::string to_base64(ByteView bytes);
/// Padded base64 without blanks or line ends; nothing else.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace hub::crypto
