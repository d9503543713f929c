// What comes back to the desk: one tab-separated UTF-16LE file for each message, which Excel opens
// as it wrote the list. README.md names its columns.
#pragma once

#include "tsunagu/push.hpp"

namespace konkyu {

tsunagu::Outcome write_answer(const tsunagu::Message& message, tsunagu::Outbox& outbox);

}  // namespace konkyu
