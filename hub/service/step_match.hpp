// A person who was offered to a resource: tries it, joins, leaves, and how it goes, asked of both
// sides.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/matches.hpp"

namespace hub::service {

/// visited, trial, joined, declined or ended, in an order that is one.
base::Result<> step_match(Context& context, const store::MatchId& id, domain::MatchStatus to,
                          const std::string& note, const std::string& asker,
                          const Unchanged& unchanged = {});

/// `side`: person or receiver.
base::Result<> note_feedback(Context& context, const store::MatchId& id, const std::string& side,
                             const std::string& text, const std::string& asker);

}  // namespace hub::service
