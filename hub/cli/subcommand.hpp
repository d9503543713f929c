// A leaf with options of its own, each in the operator's language.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "hub/cli/console.hpp"

namespace hub::cli {

/// Borrows all; lives while the command line is described.
class Sub {
 public:
  Sub(CLI::App& group, const Console& console, const char* name, const Text& help)
      : console_(console),
        command_(*group.add_subcommand(name, std::string(console.in_words(help)))) {}

  CLI::Option* word(const char* name, std::string& value, const Text& help) {
    return command_.add_option(name, value, std::string(console_.in_words(help)));
  }
  CLI::Option* words(const char* name, std::vector<std::string>& values, const Text& help) {
    return command_.add_option(name, values, std::string(console_.in_words(help)))->delimiter(',');
  }
  void flag(const char* name, bool& value, const Text& help) {
    command_.add_flag(name, value, std::string(console_.in_words(help)));
  }
  CLI::App& command() { return command_; }

 private:
  const Console& console_;
  CLI::App& command_;
};

}  // namespace hub::cli
