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

/// Who is signed in. Any thread; waits for nothing.
class SessionDirectory {
 public:
  struct SignedIn {
    std::string user;
    std::string change_token;  ///< what a changing request of his bears beside the cookie
  };
  virtual ~SessionDirectory() = default;
  /// Of a live session, which is thereby used; nothing for another.
  [[nodiscard]] virtual std::optional<SignedIn> find(std::string_view cookie) const = 0;
};

/// Who stands behind what a system bears: an API key of a partner, or a token of an issuer whom
/// hub.yaml names. Any thread; waits for nothing.
class BearerDirectory {
 public:
  virtual ~BearerDirectory() = default;
  /// `unauthorized`; `busy` for a peer who came with too many wrong ones.
  [[nodiscard]] virtual base::Result<Caller> admit(std::string_view bearer,
                                                   const base::AddressBytes& peer) const = 0;
};

/// What stands after `Authorization: Bearer`; empty without one, or with two.
std::string_view bearer_of(const Request& request);

/// `__Host-`: a browser takes it only over TLS (or from this machine), for this host and no other.
inline constexpr std::string_view session_cookie = "__Host-tsunagu";
/// What the request's cookie of that name says; empty without one, or with two.
std::string_view session_of(const Request& request);

class Gatekeeper {
 public:
  /// Borrows all. Without sessions nobody is signed in, without bearers no system is known.
  Gatekeeper(const PartnerDirectory& partners, const base::Clock& clock,
             const SessionDirectory* sessions = nullptr, const BearerDirectory* bearers = nullptr)
      : partners_(partners), clock_(clock), sessions_(sessions), bearers_(bearers) {}

  /// Fills nothing in, changes nothing: the caller, or unauthorized. An unknown partner and a wrong
  /// signature look the same.
  [[nodiscard]] base::Result<Caller> admit(const Route& route, const Request& request) const;

 private:
  [[nodiscard]] base::Result<Caller> by_signature(const Request& request) const;
  [[nodiscard]] base::Result<Caller> by_key(const Request& request) const;
  [[nodiscard]] base::Result<Caller> by_session(const Route& route, const Request& request) const;
  [[nodiscard]] base::Result<Caller> by_bearer(const Request& request) const;

  const PartnerDirectory& partners_;
  const base::Clock& clock_;
  const SessionDirectory* sessions_;
  const BearerDirectory* bearers_;
};

}  // namespace hub::http
