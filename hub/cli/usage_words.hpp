// Help and errors of the command line itself, in the operator's language.
#pragma once

#include <string>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace hub::cli {

struct Console;

/// Before the commands are added: they inherit it.
void speak_usage(CLI::App& root, const Console& console);
/// After they were added: the headings of their help.
void name_groups(CLI::App& app, const Console& console);

/// What is wrong with the words that were typed, and how to get help.
std::string usage_error(const CLI::App& app, const CLI::Error& error, const Console& console);

}  // namespace hub::cli
