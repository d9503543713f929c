// What one source's configuration says.
#pragma once

#include <string>

#include "tsunagu/config.hpp"
#include "tsunagu/feed/concern_map.hpp"

namespace kodomo {

struct Settings {
  explicit Settings(const tsunagu::Config& config)
      : concerns(config, "kodomo"),
        atena_system(config.text("atena_system")),
        answers_as_table(config.text("answers") == "csv") {}

  tsunagu::feed::ConcernMap concerns;
  std::string atena_system;  ///< 宛名番号 is a number inside one system only
  bool answers_as_table;     ///< the desk's system takes its answers as a CSV, too
};

}  // namespace kodomo
