// Who may: the account's roles, and how its officer stands to what is asked for. Default deny.
#pragma once

#include <string>

#include "hub/api/operations.hpp"
#include "hub/api/ports.hpp"
#include "hub/api/verb_request.hpp"

namespace hub::api {

/// Whom the log names, by the first of the operation's roles that the account has: `officer/sato`,
/// `operator/sato`, `auditor/sato`; `user/sato` where it has none. A partner's own system is
/// `partner/sakutomo`.
std::string asker_for(const Operation& operation, const service::AccountStanding& caller);

/// The same whatever he asks for: `user/sato`, `partner/sakutomo`.
std::string identity_of(const service::AccountStanding& caller);

/// What is not for him is as what is not there.
base::Failure nothing_there();

/// The operation's relation, for what the path names; `nothing_there` otherwise.
base::Result<> stands_to(service::Context& context, const Operation& operation, const Words& path,
                         const std::string& asker);

}  // namespace hub::api
