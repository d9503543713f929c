#include "hub/cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace hub::cli {
namespace {

constexpr void (*groups[])(CLI::App&, Console&) = {
    add_config_command,
    add_gate_command,
    add_limits_command,
    add_normalize_command,
};

}  // namespace

void add_commands(CLI::App& root, Console& console) {
  for (const auto add : groups)
    add(root, console);
}

}  // namespace hub::cli
