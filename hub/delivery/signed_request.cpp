#include "hub/delivery/signed_request.hpp"

#include <utility>

namespace hub::delivery {

egress::OutgoingRequest signed_request(Claim& claim, const Receiver& receiver,
                                       base::UtcMillis now) {
  egress::OutgoingRequest out;
  out.url = claim.url;
  out.body = std::move(claim.body);
  out.policy = receiver.policy;
  out.headers = {
      {"Content-Type", claim.content_type},
      {"User-Agent", "tsunagu"},
      {"webhook-id", claim.message_id},
      {"webhook-timestamp", crypto::webhook_timestamp(now)},
      {"webhook-signature", crypto::sign_webhook(receiver.keys, claim.message_id, now, out.body)},
  };
  return out;
}

}  // namespace hub::delivery
