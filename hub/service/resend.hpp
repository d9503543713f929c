// An officer looks again at a referral that is held or that came back: the gate is asked anew, and
// no officer can pass it by.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {

/// `to`: the desk that the officer chose, as a つなぎ先 is typed; empty: the one it has. Answers
/// the state in which the referral is then. `invalid` for a desk that nobody knows, `conflict` for
/// a referral that is under way or at its end.
base::Result<std::string> send_again(Context& context, const base::ReferralId& referral,
                                     std::string_view to, std::string_view actor);

/// Somebody told the recipient of a held referral in person, for no system could: `signal` proposed
/// it. The gate is asked again, and what it allows counts as received; `conflict` otherwise.
base::Result<> handed_over(Context& context, const store::SignalId& signal, std::string_view actor);

}  // namespace hub::service
