// `tsunagu limits`: every limit of the hub, with its reason.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/base/limits.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/limit_words.hpp"
#include "hub/cli/table.hpp"

namespace hub::cli {
namespace {

void print_json(Console& console) {
  for (const auto& limit : base::limits::all()) {
    console.out << R"({"kind":"limit","name":")" << limit.name << R"(","value":)" << limit.value
                << R"(,"unit":")" << limit.unit << "\"}\n";
  }
}

void print(Console& console) {
  if (console.json) return print_json(console);
  const auto word = [&console](const Text& text) { return std::string(console.in_words(text)); };
  Table table({word({"名前", "name"}), word({"値", "value"}), word({"単位", "unit"}),
               word({"何の上限か", "what it bounds"})});
  for (const auto& limit : base::limits::all()) {
    table.add({std::string(limit.name), std::to_string(limit.value),
               word({unit_in_japanese(limit.unit), limit.unit}),
               word({why_in_japanese(limit.name), limit.why})});
  }
  table.print(console.out, console.columns);
}

}  // namespace

void add_limits_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "limits", std::string(console.in_words({"上限値の一覧", "every limit, with its reason"})));
  command->callback([&console] { print(console); });
}

}  // namespace hub::cli
