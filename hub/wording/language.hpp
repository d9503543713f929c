// The two languages that the hub speaks with people, and which of them somebody asks for.
#pragma once

#include <string_view>

namespace hub::wording {

enum class Language { ja, en };

/// Of Accept-Language (RFC 9110 12.5.4): English where it is wanted more than Japanese, else, also
/// of a field that is empty or malformed, Japanese.
Language language_accepted(std::string_view field) noexcept;

/// As in Content-Language.
std::string_view name_of(Language language) noexcept;

}  // namespace hub::wording
