// `tsunagu reload`: the daemon reads its configuration, partners and certificates anew.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

void reload(Console& console, const DaemonAddress& address) {
  Request request("reload");
  const auto reloaded = call_daemon(address, request, [](std::string_view) {});
  if (reloaded) {
    return say_done(console, {"設定を読み直しました。", "the configuration was read anew"});
  }
  if (reloaded.error().kind() != base::Kind::invalid) {
    return tell_failure(console, reloaded.error());
  }
  console.fail(
      Exit::findings,
      {"設定に問題があるため、前の設定のまま動いています。tsunagu config check で場所と"
       "直し方を確かめてください",
       "the configuration has problems, and the old one stands; see `tsunagu config check` "
       "for where and how"});
}

}  // namespace

void add_reload_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "reload", std::string(console.in_words({"動いたまま、設定・相手・証明書を読み直す",
                                              "reads configuration, partners and certificates "
                                              "anew while it works"})));
  const auto address = add_address(*command, console);
  command->callback([&console, address] { reload(console, *address); });
}

}  // namespace hub::cli
