// What comes back to the desk: one JSON line, or the same members as a CSV. README.md names them.
#pragma once

#include "plugins/kodomo/settings.hpp"
#include "tsunagu/push.hpp"

namespace kodomo {

tsunagu::Outcome write_answer(const Settings& settings, const tsunagu::Message& message,
                              tsunagu::Outbox& outbox);

}  // namespace kodomo
