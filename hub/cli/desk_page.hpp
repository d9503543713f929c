// The directory of desks that a municipality gives to everybody (相談窓口一覧, REQUIREMENTS 126),
// out of its configuration: what is published is where a referral goes.
#pragma once

#include <iosfwd>

#include "hub/profile/configuration.hpp"

namespace hub::cli {

/// A4, the desks of each field that take consultations on the day of `now`; of a field with none it
/// says so.
void write_desk_page(std::ostream& out, const profile::Configuration& configured,
                     base::UtcMillis now);

}  // namespace hub::cli
