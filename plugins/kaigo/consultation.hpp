// Feed `consultations`: KAIGO_SODAN_*.csv of a 地域包括支援センター's system.
#pragma once

#include "plugins/kaigo/settings.hpp"
#include "tsunagu/decode.hpp"

namespace kaigo {

tsunagu::Outcome decode_consultations(const Settings& settings, tsunagu::Input& input,
                                      tsunagu::Sink& sink);

}  // namespace kaigo
