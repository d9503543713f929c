// The operator's language, as what is wrong with a configuration is told in.
#pragma once

#include "hub/cli/console.hpp"
#include "hub/profile/problem.hpp"

namespace hub::cli {

constexpr profile::Language in_profile(Language language) noexcept {
  return language == Language::ja ? profile::Language::ja : profile::Language::en;
}

}  // namespace hub::cli
