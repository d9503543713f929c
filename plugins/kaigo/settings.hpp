// What one source's configuration says.
#pragma once

#include <string>

#include "tsunagu/config.hpp"
#include "tsunagu/feed/concern_map.hpp"
#include "tsunagu/feed/layout.hpp"

namespace kaigo {

struct Settings {
  explicit Settings(const tsunagu::Config& config);

  tsunagu::feed::ConcernMap concerns;
  tsunagu::feed::Layout consultation;  ///< with the municipality's own column names
  std::string atena_system;            ///< 宛名番号 is a number inside one system only
  std::string household_system;
  bool care_plan_header;  ///< whether a 第2表 file begins with its column names
};

}  // namespace kaigo
