#include <algorithm>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/server.hpp"
#include "examples/coordinator/signature.hpp"

namespace coordinator {
namespace {

/// It becomes part of a path.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

}  // namespace

Reception::Reception(const Settings& settings, const Clock& clock, Take take)
    : settings_(settings),
      clock_(clock),
      take_(std::move(take)),
      inbox_(settings.journal),
      failures_left_(settings.fail_first) {}

int Reception::receive(const Notice& notice) {
  const auto now = clock_.now().time_since_epoch().count();
  const SignedMessage message{notice.id, notice.timestamp, notice.signatures, notice.body};
  if (!verify(settings_.keys.receive, message, now)) return 401;
  if (failures_left_ > 0) {
    --failures_left_;
    return 503;
  }
  const auto event = value_from_text(notice.body);
  const auto referral = event ? text_at(*event, "subject") : std::string();
  if (!is_id(referral)) return 400;
  const auto arrival = inbox_.take(notice.id, notice.body);
  if (arrival == Arrival::contradicts) return 409;
  if (arrival == Arrival::fresh && text_at(*event, "type") == "tsunagu.referral.notice") {
    take_(referral);
  }
  return 202;
}

}  // namespace coordinator
