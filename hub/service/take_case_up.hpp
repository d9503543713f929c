// 再開: a closed case is taken up at once when the state changes or roles must be sorted
// anew. Its plans stay closed; a new one follows them. No consent from before counts for what comes
// now.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"

namespace hub::service {

/// `reason`: state_changed, roles, contact_again or other. `conflict` for a case that is open.
base::Result<> take_case_up(Context& context, const base::CaseId& about, const std::string& reason,
                            const std::string& asker, const Unchanged& unchanged = {});

}  // namespace hub::service
