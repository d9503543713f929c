// The partners of a profile with their secrets read: whom the edge admits, and how the dispatcher
// reaches them. Immutable; a reload makes a new one.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/delivery/dispatcher.hpp"
#include "hub/http/gatekeeper.hpp"
#include "hub/profile/profile.hpp"
#include "hub/profile/settings.hpp"

namespace hub::daemon {

/// Any thread.
class Partners final : public http::PartnerDirectory, public delivery::Receivers {
 public:
  /// Every named secret must be there and long enough: a missing one is told with the partner and
  /// the name of the secret.
  static base::Result<std::shared_ptr<const Partners>> load(const profile::Profile& profile,
                                                            const profile::Secrets& secrets);

  [[nodiscard]] std::vector<crypto::WebhookKey> keys_of(std::string_view partner) const override;
  [[nodiscard]] std::optional<std::string> partner_of_key(std::string_view key) const override;
  [[nodiscard]] std::optional<std::string> partner_of_certificate(
      std::string_view fingerprint) const override;
  [[nodiscard]] std::optional<delivery::Receiver> find(std::string_view partner) const override;

 private:
  struct Known {
    std::vector<crypto::WebhookKey> verifies;    ///< they sign with these
    std::optional<delivery::Receiver> receiver;  ///< we send there
  };
  std::map<std::string, Known, std::less<>> known_;
  std::vector<std::pair<crypto::Digest, std::string>> api_keys_;  ///< SHA-256 of each
  std::map<std::string, std::string, std::less<>> certificates_;  ///< by SHA-256 in hex
};

}  // namespace hub::daemon
