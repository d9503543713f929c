// What comes back to the desk: a record-type file like the one it exports. README.md names its
// cells.
#pragma once

#include "plugins/shogai/settings.hpp"
#include "tsunagu/push.hpp"

namespace shogai {

tsunagu::Outcome write_answer(const Settings& settings, const tsunagu::Message& message,
                              tsunagu::Outbox& outbox);

}  // namespace shogai
