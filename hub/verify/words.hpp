// What the program says, in Japanese and English.
#pragma once

#include <iosfwd>
#include <string_view>

#include "hub/verify/walk.hpp"

namespace hub::verify {

enum class Language { ja, en };

/// `ja` for LC_ALL, LC_MESSAGES or LANG (the first that is set) beginning with "ja".
Language language_of_environment();

/// How it is used, with the exit codes.
void print_usage(std::ostream& out, Language language);
void print_report(std::ostream& out, Language language, const Report& report);

}  // namespace hub::verify
