// Subcommands whose options are words and flags that go into one request as they are: said as
// constant data, like leaves (leaf.hpp).
#pragma once

#include "hub/cli/leaf.hpp"

namespace CLI {
class App;
}

namespace hub::cli {

struct WordOption {
  const char* name;      ///< "--goals", or "plan" for what stands without a dash
  std::string_view key;  ///< in the request
  Text help;
  enum Kind { optional, needed, flag } kind = optional;
};

struct Worded {
  const char* name;
  std::string_view verb;
  Text help;
  std::span<const WordOption> options;
  std::span<const Section> sections = {};
  Text done = {};  ///< said when it worked and there is nothing to show
};

void add_worded(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
                std::span<const Worded> all);

}  // namespace hub::cli
