// What a problem's status is called (RFC 9457 3.1.3: the title changes with the language alone).
#pragma once

#include <string_view>

#include "hub/wording/language.hpp"

namespace hub::http {

/// In English the standard reason phrase.
std::string_view title_of(int status, wording::Language language) noexcept;

}  // namespace hub::http
