// Most commands are one request with at most one argument, shown as tables: a leaf says all of it
// as constant data.
#pragma once

#include <memory>
#include <span>

#include "hub/cli/answer.hpp"
#include "hub/cli/daemon_call.hpp"

namespace hub::cli {

struct Leaf {
  const char* name;
  Text help;
  std::string_view verb;
  const char* argument = nullptr;  ///< name of the one argument in the request; null: none
  Text argument_help = {};
  std::span<const Section> sections = {};
  Text done = {};        ///< said when it worked and there is nothing to show
  bool is_list = false;  ///< has --limit
};

/// A group of leaves, `tsunagu GROUP LEAF [ARGUMENT] [--socket PATH]`.
CLI::App& add_leaves(CLI::App& root, Console& console, const char* name, const Text& help,
                     std::span<const Leaf> leaves);
/// The same, and the address that the leaves share, for further subcommands.
CLI::App& add_leaves(CLI::App& root, Console& console, const char* name, const Text& help,
                     std::span<const Leaf> leaves, std::shared_ptr<DaemonAddress>& address);

/// Says that it worked; with --json `{"kind":"done"}`.
void say_done(Console& console, const Text& what);

/// Asks and prints: tables, or with --json the lines as they come. False: it failed.
bool show_answer(Console& console, const DaemonAddress& address, Request& request,
                 std::span<const Section> sections, Answer& answer);

}  // namespace hub::cli
