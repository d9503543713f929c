// `tsunagu audit verify`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column report[] = {
    {"intact", {"正しい", "intact"}},
    {"auditRows", {"行", "rows"}},
    {"checkpoints", {"署名した区切り", "checkpoints"}},
    {"broken", {"誤り", "broken"}, Cell::word},
    {"row", {"その行", "at row"}},
    {"head", {"最後のハッシュ", "head"}},
};
constexpr Section shown[] = {{"audit", {"監査記録", "Audit log"}, report}};

void verify(Console& console, const DaemonAddress& address) {
  Request request("audit.verify");
  Answer answer;
  if (!show_answer(console, address, request, shown, answer)) return;
  const auto reports = answer.of("audit");
  if (!reports.empty() && reports.front().find("intact").boolean()) return;
  console.exit_code = static_cast<int>(Exit::findings);
  console.err << console.in_words(
                     {"監査記録が改変されています。書込みを止め、バックアップと比べてください。",
                      "the audit log was tampered with: stop writing, compare it with a backup"})
              << '\n';
}

}  // namespace

void add_audit_command(CLI::App& app, Console& console) {
  auto* group =
      app.add_subcommand("audit", std::string(console.in_words({"監査記録", "the audit log"})));
  group->require_subcommand(1);
  const auto address = add_address(*group, console);
  auto* command = group->add_subcommand(
      "verify",
      std::string(console.in_words({"記録の鎖をすべて確かめる", "walks the whole chain"})));
  command->callback([&console, address] { verify(console, *address); });
}

}  // namespace hub::cli
