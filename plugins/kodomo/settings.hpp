// What one source's configuration says.
#pragma once

#include <string>

#include "tsunagu/config.hpp"
#include "tsunagu/feed/concern_map.hpp"

namespace kodomo {

struct Settings {
  explicit Settings(const tsunagu::Config& config)
      : concerns(config, "kodomo"), atena_system(config.text("atena_system")) {}

  tsunagu::feed::ConcernMap concerns;
  std::string atena_system;  ///< 宛名番号 is a number inside one system only
};

}  // namespace kodomo
