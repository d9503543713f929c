#include "hub/cli/usage_words.hpp"

#include <CLI/CLI.hpp>

#include "hub/cli/console.hpp"

namespace hub::cli {
namespace {

/// The one that was meant: `tsunagu case`, not `tsunagu`.
const CLI::App& deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : deepest(*chosen.front());
}

std::string path_of(const CLI::App& app) {
  const auto* parent = app.get_parent();
  return (parent == nullptr ? "" : path_of(*parent) + ' ') + app.get_name();
}

}  // namespace

void speak_usage(CLI::App& root, const Console& console) {
  root.set_help_flag("-h,--help",
                     std::string(console.in_words({"この説明を示す", "shows this help"})));
  if (console.language == Language::en) return;
  // CLI11 pads by bytes: in a column of its own only what has as many bytes as columns.
  const auto formatter = root.get_formatter();
  for (const auto& [label, ja] : {std::pair{"Usage", "使い方"},
                                  {"OPTIONS", "オプション"},
                                  {"SUBCOMMAND", "コマンド"},
                                  {"SUBCOMMANDS", "コマンド"},
                                  {"Positionals", "引数"},
                                  {"REQUIRED", "*"},
                                  {"TEXT", ""},
                                  {"TEXT:FILE", ""},
                                  {"INT", ""}}) {
    formatter->label(label, ja);
  }
  root.option_defaults()->group("オプション");
  root.get_help_ptr()->group("オプション");
}

void name_groups(CLI::App& app, const Console& console) {
  for (auto* command : app.get_subcommands({})) {
    command->group(std::string(console.in_words({"コマンド", "Commands"})));
    if (console.language == Language::ja) command->get_help_ptr()->group("オプション");
    name_groups(*command, console);
  }
}

std::string usage_error(const CLI::App& app, const CLI::Error& error, const Console& console) {
  const auto& meant = deepest(app);
  std::string what = error.what();
  const auto unknown = app.remaining(true);
  if (error.get_name() == "RequiredError" && !unknown.empty()) {
    what = "The following argument was not expected: " + unknown.front();
  }
  return std::string(console.in_words({"エラー: ", "error: "})) +
         translated(console.language, what) + '\n' +
         std::string(console.in_words({"使い方: ", "help: "})) + path_of(meant) + " --help\n";
}

}  // namespace hub::cli
