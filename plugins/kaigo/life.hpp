// Feed `life`: SERVICE_USER_INFO of LIFE (科学的介護情報システム), CSV連携仕様書 4.2–4.3.
#pragma once

#include "tsunagu/decode.hpp"

namespace kaigo {

tsunagu::Outcome decode_life(tsunagu::Input& input, tsunagu::Sink& sink);

}  // namespace kaigo
