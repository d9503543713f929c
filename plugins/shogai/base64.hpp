// Base64 of RFC 4648, as the 本文 of some exports is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shogai {

/// Nothing for a foreign character or a wrong length; padding must stand at the end.
std::optional<std::string> decode_base64(std::string_view text);

/// Padded, on one line.
std::string encode_base64(std::string_view bytes);

}  // namespace shogai
