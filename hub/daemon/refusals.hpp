// What a caller whom the hub knows was refused: a row of the audit log for each, with ids and codes
// alone, so that who tries to pass the gate by is seen.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "hub/service/context.hpp"

namespace hub::daemon {

struct Refusal {
  std::string asker;                 ///< `partner/elim`, `officer/sato`, `user/nobody`
  std::vector<std::string> objects;  ///< `verb/decision.take`, `route/packets`, `referral/<id>`
  base::Failure why;
  std::string correlation{};
};

/// What to answer: the refusal, or that it could not be logged, which is no refusal that anybody
/// will see. Trouble of the hub's own (no room, no time) is answered as it is. Waits for the store:
/// not on the network's thread or the writer's.
base::Failure log_refusal(service::Context& context, const Refusal& refusal);
/// The same on any thread: waits for nothing, and answers once the row is durable.
using Told = std::function<void(const base::Failure&)>;
void log_refusal(service::Context& context, const Refusal& refusal, const Told& told);

}  // namespace hub::daemon
