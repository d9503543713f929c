// One municipality's profile with the law of all, as the pages of the command line get it.
#pragma once

#include <gtest/gtest.h>

#include "hub/profile/configuration.hpp"
#include "tests/places.hpp"

namespace hub::cli::testing {

inline profile::Configuration configured_as(const std::string& municipality) {
  const std::filesystem::path config = tests::in_source("/config");
  profile::Configuration out;
  profile::Problems problems;
  out.settings.municipality = config / "municipalities" / municipality;
  profile::read_municipality(out.settings.municipality, config, out.law, out.profile, problems);
  EXPECT_TRUE(problems.empty()) << municipality;
  return out;
}

}  // namespace hub::cli::testing
