#include "plugins/kaigo/settings.hpp"

#include "plugins/kaigo/consultation_columns.hpp"

namespace kaigo {

Settings::Settings(const tsunagu::Config& config)
    : concerns(config, "kaigo"),
      consultation(consultation_layout().as_configured(config)),
      atena_system(config.text("atena_system")),
      household_system(config.text("household_system")),
      care_plan_header(config.boolean("care_plan_header")) {}

}  // namespace kaigo
