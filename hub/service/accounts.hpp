// Local accounts: made, renewed and ended by whoever runs the machine, for officers whom hub.yaml
// knows (and for who keeps the machine or audits it, whom it need not know). What an account may do
// is its roles; whose cases it sees is its officer's desk. Accounts and roles end with the fiscal
// year (3/31) unless renewed.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/accounts.hpp"

namespace hub::service {

/// What its bearer is told once and nobody keeps: a password that must be changed at the first
/// sign-in, and the key of the authenticator app (base32).
struct StartCredentials {
  std::string password;
  std::string one_time_key;
};

/// The last day of the fiscal year of the day 90 days from `at`: who renews in January renews for
/// the year to come.
std::string end_of_year(base::UtcMillis at);

/// `invalid` for a name or a role that there can't be; `conflict` where the name is taken.
base::Result<StartCredentials> add_account(Context& context, const std::string& name,
                                           const std::vector<std::string>& roles,
                                           std::string_view asker);
/// New credentials; the lock is off, and what was disabled works again.
base::Result<StartCredentials> reset_account(Context& context, const std::string& name,
                                             std::string_view asker);
base::Result<> disable_account(Context& context, const std::string& name, std::string_view asker);
/// With the roles that it has, or had until 90 days ago: what ended longer ago is given anew, if at
/// all. Returns the last day.
base::Result<std::string> renew_account(Context& context, const std::string& name,
                                        std::string_view asker);
base::Result<> give_role(Context& context, const std::string& name, const std::string& role,
                         std::string_view asker);
base::Result<> take_role(Context& context, const std::string& name, const std::string& role,
                         std::string_view asker);

/// `account` lines by name, with state and roles.
Shown view_accounts(store::Reader& reader, base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
