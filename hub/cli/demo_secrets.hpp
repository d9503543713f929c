// Keys for one run of the demonstration. An operator's own keys never come from here.
#pragma once

#include <string>

#include "hub/base/random.hpp"

namespace hub::cli {

/// `whsec_` and 32 random bytes in base64, as Standard Webhooks writes keys.
std::string new_webhook_key(base::Random& random);

/// 64 hexadecimal digits.
std::string new_word(base::Random& random);

}  // namespace hub::cli
