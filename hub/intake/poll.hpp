// Asks a field system's export by HTTPS, every so often, for what is new since the last delivery.
#pragma once

#include <string>

#include "hub/egress/client.hpp"
#include "hub/profile/settings.hpp"
#include "hub/profile/source.hpp"
#include "hub/service/context.hpp"
#include "hub/store/sources.hpp"

namespace hub::intake {

/// `GET <url>?since=<cursor>` with `If-None-Match` and a bearer token. The cursor is the order key
/// of the newest delivery that was applied, so that a delivery which failed is asked for again. One
/// thread.
class Poll {
 public:
  Poll(profile::Feed feed, std::string source, profile::Secrets secrets);

  /// Asks when it is time; true: a delivery was kept. A partner that does not answer is no failure
  /// of ours: it is logged and asked again at the next time.
  base::Result<bool> look(service::Context& context, store::FeedRow row, egress::Client& egress);

 private:
  [[nodiscard]] base::Result<egress::OutgoingRequest> request(const store::Feed& state) const;

  profile::Feed feed_;
  std::string source_;
  profile::Secrets secrets_;
  std::shared_ptr<const egress::PartnerPolicy> policy_;
  std::optional<base::Monotonic> next_;
};

}  // namespace hub::intake
