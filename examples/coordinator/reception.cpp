#include "examples/coordinator/server.hpp"
#include "examples/coordinator/signature.hpp"

namespace coordinator {

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
  auto event = event_from_text(notice.body, settings_.hub_url);
  if (!event) return 400;
  const auto arrival = inbox_.take(notice.id, notice.body);
  if (arrival == Arrival::contradicts) return 409;
  if (arrival == Arrival::fresh) take_(std::move(*event));
  return 202;
}

}  // namespace coordinator
