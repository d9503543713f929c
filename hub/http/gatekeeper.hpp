// Who asks. Asked for every route after the body is there and before the handler runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/result.hpp"
#include "hub/crypto/webhook_signature.hpp"
#include "hub/http/router.hpp"

namespace hub::http {

/// What the edge must know of partners; the daemon makes it from the configuration. Any thread.
class PartnerDirectory {
 public:
  virtual ~PartnerDirectory() = default;
  /// The partner's live keys (at most two); empty for an unknown partner.
  [[nodiscard]] virtual std::vector<crypto::WebhookKey> keys_of(std::string_view partner) const = 0;
  /// By the key after `Authorization: Bearer `; implemented by comparing hashes.
  [[nodiscard]] virtual std::optional<std::string> partner_of_key(std::string_view key) const = 0;
  /// By the SHA-256 of the client certificate, in lower-case hex.
  [[nodiscard]] virtual std::optional<std::string> partner_of_certificate(
      std::string_view fingerprint) const = 0;
};

class Gatekeeper {
 public:
  /// Borrows both.
  Gatekeeper(const PartnerDirectory& partners, const base::Clock& clock)
      : partners_(partners), clock_(clock) {}

  /// Fills nothing in, changes nothing: the caller, or unauthorized. An unknown partner and a wrong
  /// signature look the same.
  [[nodiscard]] base::Result<Caller> admit(const Route& route, const Request& request) const;

 private:
  [[nodiscard]] base::Result<Caller> by_signature(const Request& request) const;
  [[nodiscard]] base::Result<Caller> by_key(const Request& request) const;

  const PartnerDirectory& partners_;
  const base::Clock& clock_;
};

}  // namespace hub::http
