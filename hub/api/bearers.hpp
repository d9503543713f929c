// What systems bear after `Authorization: Bearer`: API keys of partners, and tokens of the issuers
// whom hub.yaml names. Held in memory: the edge asks before a body is read, and waits for nothing.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "hub/api/access_token.hpp"
#include "hub/http/gatekeeper.hpp"
#include "hub/service/api_keys.hpp"

namespace hub::api {

inline constexpr int wrong_bearers_a_minute = 10;  ///< of one peer; then `busy` until it is over
inline constexpr std::size_t most_peers_held = 4'096;  ///< whose wrong ones are counted

/// How often each peer was wrong in the minute that runs. One thread at a time.
class WrongBearers {
 public:
  [[nodiscard]] bool too_many(const base::AddressBytes& peer, base::Monotonic now);
  void count(const base::AddressBytes& peer, base::Monotonic now);

 private:
  void forget_after_a_minute(base::Monotonic now);

  std::map<base::AddressBytes, int> wrong_;
  base::Monotonic since_{};
};

using Issuers = std::vector<Issuer>;

/// Those of hub.yaml with their keys; `invalid` or `not_found` where a file of keys is not as it
/// must be.
base::Result<std::shared_ptr<const Issuers>> read_issuers(const profile::Settings& settings);

/// Any thread.
class Bearers final : public http::BearerDirectory {
 public:
  /// Borrows the context.
  explicit Bearers(service::Context& context) : context_(context) {}

  /// The keys as they are stored now: at the start, and after each change of one.
  base::Result<> read_keys();
  /// At the start, and after a reload.
  void exchange(std::shared_ptr<const Issuers> issuers);
  [[nodiscard]] base::Result<http::Caller> admit(std::string_view bearer,
                                                 const base::AddressBytes& peer) const override;

 private:
  [[nodiscard]] base::Result<http::Caller> recognize(std::string_view bearer) const;
  [[nodiscard]] std::optional<std::string> partner_of(std::string_view key) const;
  [[nodiscard]] base::Result<http::Caller> by_token(std::string_view token) const;

  service::Context& context_;
  mutable std::mutex mutex_;
  std::map<crypto::WideToken, store::StoredApiKey> keys_;
  std::shared_ptr<const Issuers> issuers_ = std::make_shared<const Issuers>();
  mutable WrongBearers wrong_;
};

}  // namespace hub::api
