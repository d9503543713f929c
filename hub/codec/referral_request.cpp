#include "hub/codec/referral_request.hpp"

#include "hub/base/limits.hpp"
#include "hub/codec/checked.hpp"
#include "hub/codec/sheet_records.hpp"
#include "hub/domain/event_shapes.hpp"

namespace hub::codec {

DecodedRequest decode_referral_request(std::string_view body, std::string_view received_on) {
  Checked checked =
      checked_event(body, base::limits::webhook_body_bytes, domain::referral_request_shape);
  if (checked.errors.empty()) {
    tsunagu::json::Problems problems;
    check_consent(checked.document.root().at_pointer("/data/consent"), "/data/consent", problems);
    checked.errors = problems.errors();
  }
  if (!checked.errors.empty()) return {std::nullopt, std::move(checked.errors)};
  const View root = checked.document.root();
  ReferralRequest request{.event_id = std::string(root.find("id").text()), .records = {}};
  request.records = SheetRecords(root.find("data"), request.event_id, received_on).write();
  return {std::move(request), {}};
}

}  // namespace hub::codec
