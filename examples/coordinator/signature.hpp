// Standard Webhooks 1.0, written from its specification, as any receiver would.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coordinator {

/// Throws std::runtime_error unless it is `whsec_` and base64 of at least 24 bytes.
std::string key_from_text(std::string_view text);

/// `v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`.
std::string sign(const std::string& key, std::string_view id, std::string_view timestamp,
                 std::string_view body);

struct SignedMessage {
  std::string_view id;
  std::string_view timestamp;
  std::string_view signatures;
  std::string_view body;
};

/// Whether one of the keys signed it within five minutes of `now` (seconds since 1970).
bool verify(const std::vector<std::string>& keys, const SignedMessage& message, std::int64_t now);

}  // namespace coordinator
