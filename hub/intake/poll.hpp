// Asks a field system's export by HTTPS, every so often, for what is new since the last delivery.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "hub/egress/client.hpp"
#include "hub/intake/poll_pace.hpp"
#include "hub/profile/settings.hpp"
#include "hub/profile/source.hpp"
#include "hub/service/context.hpp"
#include "hub/store/sources.hpp"

namespace hub::intake {

/// `GET <url>?since=<cursor>` with `If-None-Match` and a bearer token, to the listed addresses
/// only, under the feed's own CA if it names one; no redirect is followed. The cursor is the order
/// key of the newest delivery that was applied: it moves in the transaction that applied it. The
/// ETag is kept in the transaction that kept the bytes, so that what a stop lost is asked for
/// again. A delivery bears the name that the answer gives it, for a feed that is ordered by its
/// files' names. One thread.
class Poll {
 public:
  /// Borrows nothing. `largest`: bytes of one answer.
  Poll(profile::Feed feed, std::string source, profile::Secrets secrets, std::int64_t largest);

  /// Asks when it is time; true: a delivery was kept. A partner that does not answer, or not well,
  /// is no failure of ours: it is logged and asked again later. `stopping` ends the waiting.
  base::Result<bool> look(service::Context& context, store::FeedRow row, egress::Client& egress,
                          const std::function<bool()>& stopping);

 private:
  struct Fetch;
  [[nodiscard]] base::Result<egress::OutgoingRequest> request(const store::Feed& state,
                                                              const std::string& cursor) const;
  base::Result<bool> fetched(service::Context& context, store::FeedRow row, Fetch& fetch,
                             const base::Result<egress::Answer>& answer);
  void failed(base::Monotonic now, const base::Result<egress::Answer>& answer);

  profile::Feed feed_;
  std::string source_;
  profile::Secrets secrets_;
  std::int64_t largest_;
  std::shared_ptr<const egress::PartnerPolicy> policy_;
  PollPace pace_;
};

}  // namespace hub::intake
