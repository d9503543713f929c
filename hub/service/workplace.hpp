// For whom an officer works.
#pragma once

#include <string_view>

#include "hub/service/context.hpp"

namespace hub::service {

/// A municipal officer works for each of its sections; somebody else for his own desk, agency or
/// operator. `party`: a code of the profile.
bool works_for(const profile::Profile& profile, const profile::Officer& officer,
               std::string_view party);

}  // namespace hub::service
