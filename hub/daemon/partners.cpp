#include "hub/daemon/partners.hpp"

#include "hub/crypto/bytes.hpp"
#include "hub/crypto/key_file.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;

Result<std::vector<crypto::WebhookKey>> webhook_keys(const std::vector<std::string>& names,
                                                     const profile::Secrets& secrets) {
  std::vector<crypto::WebhookKey> keys;
  for (const auto& name : names) {
    auto text = crypto::read_secret_text(name, secrets.folder);
    if (!text) return text.error();
    auto key = crypto::WebhookKey::parse(*text);
    crypto::wipe(*text);
    if (!key) return key.error().in("secret " + name);
    keys.push_back(std::move(*key));
  }
  return keys;
}

Result<std::shared_ptr<const egress::PartnerPolicy>> policy_of(const profile::Partner& partner,
                                                               const profile::Secrets& secrets) {
  egress::PartnerPolicy policy;
  policy.partner = partner.code;
  policy.https_required = !partner.receives->plain_http;
  for (const auto& text : partner.receives->addresses) {
    const auto range = base::Cidr::parse(text);
    if (!range) return base::fail(Kind::invalid, "not an address or range: " + text);
    policy.addresses.push_back(*range);
  }
  if (!partner.receives->ca.empty()) {
    policy.ca_file = crypto::secret_path(partner.receives->ca, secrets.folder);
  }
  return std::make_shared<const egress::PartnerPolicy>(std::move(policy));
}

Result<delivery::Receiver> receiver_of(const profile::Partner& partner,
                                       const profile::Secrets& secrets) {
  delivery::Receiver receiver;
  auto policy = policy_of(partner, secrets);
  if (!policy) return policy.error();
  auto keys = webhook_keys(partner.receives->keys, secrets);
  if (!keys) return keys.error();
  receiver.policy = std::move(*policy);
  receiver.keys = std::move(*keys);
  return receiver;
}

}  // namespace

Result<std::shared_ptr<const Partners>> Partners::load(const profile::Profile& profile,
                                                       const profile::Secrets& secrets) {
  auto partners = std::make_shared<Partners>();
  for (const auto& partner : profile.partners) {
    const auto where = "partner " + partner.code;
    Known known;
    if (partner.delivers) {
      auto keys = webhook_keys(partner.delivers->keys, secrets);
      if (!keys) return keys.error().in(where);
      known.verifies = std::move(*keys);
    }
    if (partner.receives) {
      auto receiver = receiver_of(partner, secrets);
      if (!receiver) return receiver.error().in(where);
      known.receiver = std::move(*receiver);
      if (!partner.receives->pull_api_key.empty()) {
        auto key = crypto::read_secret_text(partner.receives->pull_api_key, secrets.folder);
        if (!key) return key.error().in(where);
        partners->api_keys_.emplace_back(crypto::sha256(crypto::bytes_of(*key)), partner.code);
        crypto::wipe(*key);
      }
      for (const auto& fingerprint : partner.receives->pull_certificates)
        partners->certificates_.emplace(fingerprint, partner.code);
    }
    partners->known_.emplace(partner.code, std::move(known));
  }
  return std::shared_ptr<const Partners>(std::move(partners));
}

std::vector<crypto::WebhookKey> Partners::keys_of(std::string_view partner) const {
  const auto at = known_.find(partner);
  return at == known_.end() ? std::vector<crypto::WebhookKey>{} : at->second.verifies;
}

std::optional<std::string> Partners::partner_of_key(std::string_view key) const {
  const auto digest = crypto::sha256(crypto::bytes_of(key));
  std::optional<std::string> found;
  for (const auto& [known, partner] : api_keys_) {  // all of them, whichever fits
    if (crypto::equal_in_constant_time(known, digest)) found = partner;
  }
  return found;
}

std::optional<std::string> Partners::partner_of_certificate(std::string_view fingerprint) const {
  const auto at = certificates_.find(fingerprint);
  return at == certificates_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<delivery::Receiver> Partners::find(std::string_view partner) const {
  const auto at = known_.find(partner);
  return at == known_.end() ? std::nullopt : at->second.receiver;
}

}  // namespace hub::daemon
