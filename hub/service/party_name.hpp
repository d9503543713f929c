// What a code of the log stands for on paper.
#pragma once

#include <string>
#include <string_view>

#include "hub/profile/profile.hpp"

namespace hub::service {

/// The code itself where the profile knows it no more.
std::string party_name(const profile::Profile& profile, std::string_view code);

}  // namespace hub::service
