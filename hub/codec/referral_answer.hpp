// What a coordinator says of a referral: accepted, returned with advice, main agency named, closed;
// or that it uses its copy no longer.
// The referrer that stays in charge is a normal outcome (小林市).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/ids.hpp"
#include "hub/domain/cleared.hpp"
#include "hub/domain/sealed.hpp"
#include "tsunagu/json/check.hpp"

namespace hub::codec {

enum class AnswerKind : std::uint8_t { accepted, returned, lead_named, closed, use_stopped };

struct ReferralAnswer {
  AnswerKind kind = AnswerKind::accepted;
  std::string event_id;
  base::ReferralId referral;
  std::string at;                      ///< RFC 3339, checked
  std::string agency;                  ///< who answers; empty: the partner itself
  domain::Sealed<std::string> reason;  ///< advice; empty unless returned
  std::string lead_agency;             ///< of lead_named
  domain::Sealed<std::string> lead_staff;
  std::string outcome;  ///< of closed: the partner's word
};

struct DecodedAnswer {
  std::optional<ReferralAnswer> answer;
  std::vector<tsunagu::json::Problem> errors;

  [[nodiscard]] bool ok() const noexcept { return answer.has_value(); }
};

/// At most limits::webhook_body_bytes. Any thread.
DecodedAnswer decode_referral_answer(std::string_view body);

/// The event's data, to pass an answer on to the desk that asked. What was written about a person
/// goes only as far as the gate cleared it for that desk; null: left out.
struct ClearedAnswer {
  const domain::Cleared<std::string>* reason = nullptr;
  const domain::Cleared<std::string>* lead_staff = nullptr;
};
std::string answer_data(const ReferralAnswer& answer, const ClearedAnswer& cleared);

}  // namespace hub::codec
