// Telephone numbers as match keys.
#pragma once

#include <string_view>

#include "hub/normalize/normalized.hpp"

namespace hub::normalize {

/// Digits with the leading 0, without the extension; empty where it is no telephone number, with
/// the reader's problem as the note.
Normalized phone_key(std::string_view phone);

}  // namespace hub::normalize
