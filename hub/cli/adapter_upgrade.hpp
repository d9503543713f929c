// `tsunagu adapter diff`: how a running hub would read its sources by another version.
#pragma once

#include <CLI/CLI.hpp>

#include "hub/cli/console.hpp"

namespace hub::cli {

void add_adapter_upgrades(CLI::App& group, Console& console);

}  // namespace hub::cli
