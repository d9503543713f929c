// Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, in raw bytes, both ways. A signature
// is verified before anything parses the body.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/base/result.hpp"

namespace hub::crypto {

/// A signing key, written `whsec_` and base64, of at least limits::webhook_key_bytes_least bytes.
/// A cheap handle: copies share the key and its kept MAC context. Any thread.
class WebhookKey {
 public:
  static base::Result<WebhookKey> parse(std::string_view text);
  /// `v1,<base64>` over `id.timestamp.body`.
  [[nodiscard]] std::string signature(std::string_view id, std::string_view timestamp,
                                      std::string_view body) const;

 private:
  struct Parts;
  explicit WebhookKey(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<Parts> parts_;
};

/// The three header values as they came.
struct WebhookHeaders {
  std::string_view id;         ///< webhook-id
  std::string_view timestamp;  ///< webhook-timestamp: seconds since 1970
  std::string_view signature;  ///< webhook-signature: `v1,<base64>`, several separated by a space
};

/// The value of webhook-signature: one `v1,…` for each key (two while keys rotate).
std::string sign_webhook(std::span<const WebhookKey> keys, std::string_view id, base::UtcMillis at,
                         std::string_view body);
/// The value of webhook-timestamp.
std::string webhook_timestamp(base::UtcMillis at);

/// Kind::unauthorized with a reason that tells nothing of the key, unless one of `keys` signed
/// exactly these bytes within limits::webhook_window_s of `now`. Constant time in the comparison.
/// Replays inside of the window are the inbox's to refuse. Any thread.
base::Result<> verify_webhook(const WebhookHeaders& headers, std::string_view body,
                              std::span<const WebhookKey> keys, base::UtcMillis now);

}  // namespace hub::crypto
