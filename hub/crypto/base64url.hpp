// RFC 4648 section 5 without padding, as JOSE writes bytes (RFC 7515, 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::crypto {

/// One spelling for the same bytes: no padding, no other letter, and what is left of the last one
/// is zero; nothing for anything else. Empty gives empty.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace hub::crypto
