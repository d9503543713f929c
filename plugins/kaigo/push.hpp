// What comes back to the desk: one CSV file in CP932 for each message. README.md names its columns.
#pragma once

#include "tsunagu/push.hpp"

namespace kaigo {

tsunagu::Outcome write_answer(const tsunagu::Message& message, tsunagu::Outbox& outbox);

}  // namespace kaigo
