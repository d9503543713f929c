// `tsunagu limits`: every limit of the hub, with its reason.
#include <CLI/CLI.hpp>
#include <iomanip>
#include <ostream>

#include "hub/base/limits.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"

namespace hub::cli {
namespace {

void print(Console& console) {
  for (const auto& limit : base::limits::all()) {
    if (console.json) {
      console.out << R"({"name":")" << limit.name << R"(","value":)" << limit.value
                  << R"(,"unit":")" << limit.unit << "\"}\n";
    } else {
      console.out << std::left << std::setw(30) << limit.name << std::right << std::setw(18)
                  << limit.value << ' ' << std::left << std::setw(12) << limit.unit << limit.why
                  << '\n';
    }
  }
}

}  // namespace

void add_limits_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "limits", std::string(console.in_words({"上限値の一覧", "every limit, with its reason"})));
  command->callback([&console] { print(console); });
}

}  // namespace hub::cli
