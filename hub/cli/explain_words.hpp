// What to do next about an answer of the gate, for an operator who reads English. The officer's own
// sentences are Japanese (hub/domain/reasons.hpp).
#pragma once

#include <string_view>

namespace hub::cli {

/// By the gate's reason code; empty where there is nothing to do.
std::string_view next_in_english(std::string_view reason);

}  // namespace hub::cli
