// `tsunagu backup FILE`: by the daemon itself, while it works.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column report[] = {
    {"intact", {"検査", "checked"}},
    {"auditRows", {"監査記録の行", "audit rows"}},
    {"checkpoints", {"署名した区切り", "checkpoints"}},
};
constexpr Section shown[] = {{"backup", {"バックアップ", "Backup"}, report}};

void back_up(Console& console, const DaemonAddress& address, const std::string& file) {
  std::error_code failed;
  Request request("backup");
  request.text("file", std::filesystem::absolute(file, failed).lexically_normal().string());
  Answer answer;
  if (!show_answer(console, address, request, shown, answer) || console.json) return;
  console.out << console.in_words(
                     {"鍵(master.key)がないと読めません。鍵は別の場所に控えてください。",
                      "it is worth nothing without the key (master.key): keep a copy elsewhere"})
              << '\n';
}

}  // namespace

void add_backup_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "backup", std::string(console.in_words({"動いたままバックアップを取り、開いて確かめる",
                                              "writes a backup while it works, and checks it"})));
  const auto address = add_address(*command, console);
  const auto file = std::make_shared<std::string>();
  command
      ->add_option(
          "file", *file,
          std::string(console.in_words({"まだないファイル", "a file that is not there yet"})))
      ->required();
  command->callback([&console, address, file] { back_up(console, *address, *file); });
}

}  // namespace hub::cli
