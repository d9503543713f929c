// Six digits of an authenticator app: TOTP (RFC 6238) with HMAC-SHA-1 and steps of 30 seconds,
// which is what every app speaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/base/clock.hpp"

namespace hub::crypto {

/// RFC 4226 asks for 160 bits.
inline constexpr std::size_t one_time_key_bytes = 20;

std::int64_t time_step(base::UtcMillis at);
/// Six digits.
std::string one_time_code(std::string_view key, std::int64_t step);

/// The step whose code that is: now's, the one before or the one after, and none up to `last`,
/// which was used before. Nothing for a wrong code.
std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code,
                                         base::UtcMillis now, std::int64_t last);

/// RFC 4648 section 6, without padding: how an app is told a key.
std::string to_base32(std::string_view bytes);

}  // namespace hub::crypto
