// Texts that came from an adapter's process, cut down to what the hub can keep and show.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/decode.hpp"

namespace hub::adapter {

/// Well-formed UTF-8 without control characters, at most `most` bytes; what is not is left out.
std::string vetted_text(std::string_view text, std::size_t most);
/// snake_case, with dots, at most 64 bytes; anything else is `unnamed`.
std::string vetted_code(std::string_view code);
tsunagu::Problem vetted(const tsunagu::Problem& problem);

}  // namespace hub::adapter
