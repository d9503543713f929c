// `tsunagu config check|show|notice|register|desks|new`: what the configuration says, and
// everything that is wrong with it.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "hub/cli/commands.hpp"
#include "hub/cli/config_new.hpp"
#include "hub/cli/config_view.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/desk_page.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/cli/public_notice.hpp"
#include "hub/profile/configuration.hpp"
#include "hub/workshop/push_grants.hpp"

namespace hub::cli {
namespace {

/// What the words of the command line name: a hub.yaml, or the folder of one municipality.
struct Named {
  std::string hub_yaml = "/etc/tsunagu/hub.yaml";
  std::string municipality;
  std::string shared;
};

profile::Configuration read_named(const Named& named, profile::Problems& problems) {
  if (named.municipality.empty()) return profile::read_configuration(named.hub_yaml, problems);
  profile::Configuration out;
  const std::filesystem::path folder = named.municipality;
  const std::filesystem::path shared =
      named.shared.empty() ? folder / ".." / ".." : std::filesystem::path(named.shared);
  profile::read_municipality(folder, shared.lexically_normal(), out.law, out.profile, problems);
  return out;
}

/// Nothing of it stops a start.
void warn(const profile::Configuration& read, Console& console) {
  auto warnings =
      workshop::compare_grants(read, console.program_path, in_profile(console.language));
  print_warnings(warnings, console);
}

void check(const Named& named, Console& console) {
  profile::Problems problems;
  const profile::Configuration read = read_named(named, problems);
  if (problems.empty()) {
    print_clean(read.profile, console);
    if (named.municipality.empty()) warn(read, console);
    return;
  }
  print_problems(problems, console);
  console.exit_code = static_cast<int>(Exit::findings);
}

void show(const Named& named, Console& console) {
  profile::Problems problems;
  const profile::Configuration read = read_named(named, problems);
  print_profile(read.profile, console);
  if (problems.empty()) return;
  print_problems(problems, console);
  console.exit_code = static_cast<int>(Exit::findings);
}

/// A draft that an officer completes and publishes; a configuration with faults makes none.
void publish(const Named& named, Console& console,
             void (*write)(std::ostream&, const profile::Configuration&, base::UtcMillis)) {
  profile::Problems problems;
  const profile::Configuration read = read_named(named, problems);
  if (problems.empty()) return write(console.out, read, base::SystemClock().now());
  print_problems(problems, console);
  console.exit_code = static_cast<int>(Exit::findings);
}

void add_names(CLI::App& command, const std::shared_ptr<Named>& named, const Console& console) {
  command.add_option("--config", named->hub_yaml,
                     std::string(console.in_words({"設定ファイル hub.yaml", "hub.yaml"})));
  command.add_option(
      "--municipality", named->municipality,
      std::string(console.in_words({"hub.yaml の代わりに、1つの市町村のフォルダーだけを見る",
                                    "look at one municipality's folder instead of hub.yaml"})));
  command.add_option("--shared", named->shared,
                     std::string(console.in_words(
                         {"legal_bases.yaml のあるフォルダー(既定: 市町村のフォルダーの2つ上)",
                          "folder of legal_bases.yaml (default: two above the municipality's)"})));
}

}  // namespace

void add_config_command(CLI::App& app, Console& console) {
  auto* config =
      app.add_subcommand("config", std::string(console.in_words({"設定", "the configuration"})));
  config->require_subcommand(1);
  const auto named = std::make_shared<Named>();
  auto* check_command = config->add_subcommand(
      "check", std::string(console.in_words({"誤りをすべて、ファイルと行を添えて示す",
                                             "shows everything wrong, with file and line"})));
  add_names(*check_command, named, console);
  check_command->callback([&console, named] { check(*named, console); });
  auto* show_command = config->add_subcommand(
      "show", std::string(console.in_words({"設定の中身を示す(秘密は隠す)",
                                            "shows what is configured; secrets are masked"})));
  add_names(*show_command, named, console);
  show_command->callback([&console, named] { show(*named, console); });
  auto* notice = config->add_subcommand(
      "notice", std::string(console.in_words(
                    {"公表文の案を、設定から作る(> ファイル.html)",
                     "drafts the notice to the public out of the configuration (> FILE.html)"})));
  add_names(*notice, named, console);
  notice->callback([&console, named] { publish(*named, console, write_public_notice); });
  auto* file_register = config->add_subcommand(
      "register", std::string(console.in_words(
                      {"個人情報ファイル簿の案を、設定から作る(> ファイル.html)",
                       "drafts the register of personal information files (> FILE.html)"})));
  add_names(*file_register, named, console);
  file_register->callback([&console, named] { publish(*named, console, write_file_register); });
  auto* desks = config->add_subcommand(
      "desks",
      std::string(console.in_words({"相談窓口一覧を、設定から作る(> ファイル.html)",
                                    "makes the directory of desks for everybody (> FILE.html)"})));
  add_names(*desks, named, console);
  desks->callback([&console, named] { publish(*named, console, write_desk_page); });
  add_config_new(*config, console);
}

}  // namespace hub::cli
