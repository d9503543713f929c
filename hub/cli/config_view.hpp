// A municipality's configuration as an operator reads it.
#pragma once

#include "hub/profile/profile.hpp"

namespace hub::cli {

struct Console;

/// One line a problem, or one JSON object a line.
void print_problems(profile::Problems& problems, Console& console);
/// What is not wrong, but somebody should know; the same form.
void print_warnings(profile::Problems& warnings, Console& console);
/// What was checked, in one line.
void print_clean(const profile::Profile& profile, Console& console);
/// Desks, coordinators, forums, sources and partners as tables; with --json one object a line.
void print_profile(const profile::Profile& profile, Console& console);

}  // namespace hub::cli
