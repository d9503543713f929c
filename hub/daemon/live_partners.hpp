// The partners as they are now: edge and dispatcher keep hold of this, a reload exchanges what is
// behind it.
#pragma once

#include <memory>
#include <mutex>

#include "hub/daemon/partners.hpp"

namespace hub::daemon {

/// Any thread.
class LivePartners final : public http::PartnerDirectory, public delivery::Receivers {
 public:
  explicit LivePartners(std::shared_ptr<const Partners> partners)
      : partners_(std::move(partners)) {}

  void exchange(std::shared_ptr<const Partners> partners) {
    const std::lock_guard lock(mutex_);
    partners_ = std::move(partners);
  }
  [[nodiscard]] std::vector<crypto::WebhookKey> keys_of(std::string_view partner) const override {
    return now()->keys_of(partner);
  }
  [[nodiscard]] std::optional<std::string> partner_of_key(std::string_view key) const override {
    return now()->partner_of_key(key);
  }
  [[nodiscard]] std::optional<std::string> partner_of_certificate(
      std::string_view fingerprint) const override {
    return now()->partner_of_certificate(fingerprint);
  }
  [[nodiscard]] std::optional<delivery::Receiver> find(std::string_view partner) const override {
    return now()->find(partner);
  }

 private:
  [[nodiscard]] std::shared_ptr<const Partners> now() const {
    const std::lock_guard lock(mutex_);
    return partners_;
  }

  mutable std::mutex mutex_;
  std::shared_ptr<const Partners> partners_;
};

}  // namespace hub::daemon
