// `tsunagu adapter diff|switch|rollback`: another version of what reads a source of a running hub.
#pragma once

#include <CLI/CLI.hpp>

#include "hub/cli/console.hpp"

namespace hub::cli {

void add_adapter_upgrades(CLI::App& group, Console& console);

}  // namespace hub::cli
