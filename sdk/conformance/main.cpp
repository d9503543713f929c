// tsunagu-conformance: holds one adapter against what every adapter must hold.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "sdk/conformance/report.hpp"

namespace {

using namespace tsunagu::conformance;

constexpr int exit_good = 0;
constexpr int exit_failed = 1;
constexpr int exit_unusable = 2;

struct Options {
  Target target;
  std::string plan;
  std::string settings;
  std::string junit;
  std::string language;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("adapter", options.target.adapter, "the adapter: a .so, or an executable")
      ->required();
  app.add_option("--plan", options.plan, "conformance.json of the adapter")->required();
  app.add_option("--settings", options.settings, "settings beside the plan's, a JSON object");
  app.add_option("--host", options.target.host, "tsunagu-adapter-host; else beside this program");
  app.add_option("--data", options.target.data_dir, "tables that come with Tsunagu");
  app.add_option("--schema", options.target.schema_dir,
                 "documents of the case schema; else found from this program");
  app.add_option("--junit", options.junit, "where to write the report as JUnit XML");
  app.add_option("--lang", options.language, "ja or en; else as LANG says")
      ->check(CLI::IsMember({"ja", "en"}));
}

bool speaks_japanese(const std::string& chosen) {
  if (!chosen.empty()) return chosen == "ja";
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).substr(0, 2) == "ja";
  }
  return false;
}

std::filesystem::path this_program() {
  return std::filesystem::canonical("/proc/self/exe");
}

/// As it is installed, or in a source tree, above this program. Empty: nowhere.
std::filesystem::path schema_above(std::filesystem::path folder) {
  for (; folder != folder.parent_path(); folder = folder.parent_path())
    for (const char* where : {"share/tsunagu/schema", "sdk/schema"})
      if (std::filesystem::is_directory(folder / where)) return folder / where;
  return {};
}

int run(Options options) {
  if (options.target.host.empty())
    options.target.host = this_program().parent_path() / "tsunagu-adapter-host";
  if (options.target.schema_dir.empty()) options.target.schema_dir = schema_above(this_program());
  options.target.adapter = std::filesystem::absolute(options.target.adapter);
  const bool japanese = speaks_japanese(options.language);
  const auto more =
      options.settings.empty() ? tsunagu::wire::Settings() : read_settings(options.settings);
  Bench bench(options.target, read_plan(options.plan, more));
  const std::vector<Result> results = run_all(bench);
  const std::string name = options.target.adapter.stem().string();
  std::cout << as_text(name, results, japanese);
  if (!options.junit.empty()) {
    std::ofstream junit(options.junit, std::ios::binary);
    if (!(junit << as_junit(name, results, japanese)).flush()) {
      throw PlanError(options.junit + ": can't be written");
    }
  }
  return all_good(results) ? exit_good : exit_failed;
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app("Holds an adapter of Tsunagu against what every adapter must hold.");
  Options options;
  declare(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_good : exit_unusable;
  }
  return run(options);
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return exit_unusable;
}
