// An incoming hand-over sheet (相談つなぐシート): POST /webhooks/{partner}/referrals. It becomes
// the same records that an adapter would emit, so that a referral made by webhook takes the same
// way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/codec/record.hpp"

namespace hub::codec {

struct ReferralRequest {
  std::string event_id;
  /// Records of the kinds person, household_hint, consultation, concern, consent and referral, each
  /// a JSON text that RecordReader takes. Their keys begin with the event's id.
  std::vector<std::string> records;
};

struct DecodedRequest {
  std::optional<ReferralRequest> request;
  std::vector<Problem> errors;  ///< unknown members are among them

  [[nodiscard]] bool ok() const noexcept { return request.has_value(); }
};

/// At most limits::webhook_body_bytes. `received_on` (YYYY-MM-DD in Japan) stands where the sheet
/// names no day. Any thread.
DecodedRequest decode_referral_request(std::string_view body, std::string_view received_on);

}  // namespace hub::codec
