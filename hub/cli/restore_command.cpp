// `tsunagu restore FILE --into FOLDER --key FILE`: no daemon may run. The store is the daemon's own
// business, so its program does it: `tsunagu-hub --restore`, which stands beside this one.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>
#include <sstream>

#include "hub/cli/answer.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/run_program.hpp"

namespace hub::cli {
namespace {

struct Typed {
  std::string file;
  std::string folder;
  std::string key;
};

std::filesystem::path hub_program(const Console& console) {
  return std::filesystem::path(console.program_path).parent_path() / "tsunagu-hub";
}

constexpr Column report[] = {
    {"auditRows", {"監査記録の行", "audit rows"}},
    {"checkpoints", {"署名した区切り", "checkpoints"}},
};
constexpr Column adapters[] = {
    {"source", {"記録の元", "source"}}, {"adapter", {"アダプター", "adapter"}},
    {"version", {"版", "version"}},     {"from", {"どこから", "from"}, Cell::word},
    {"sha256", {"SHA-256", "SHA-256"}},
};
constexpr Section shown[] = {
    {"restored", {"復元したもの", "Restored"}, report},
    {"adapter", {"記録の元を読んでいたアダプター", "What read the sources"}, adapters, true},
};

/// `error: …` as the daemon's program ends with.
std::string_view reason_in(std::string_view errors) {
  constexpr std::string_view mark = "error: ";
  if (const auto at = errors.rfind(mark); at != std::string_view::npos)
    errors.remove_prefix(at + mark.size());
  return errors.substr(0, errors.find('\n'));
}

void show(Console& console, const std::string& lines) {
  if (console.json) {
    console.out << lines;
    return;
  }
  Answer answer;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);)
    answer.add(line);
  print_answer(console, answer, shown);
  if (lines.find(R"("from":"install")") != std::string::npos)
    console.out << console.in_words(
                       {"「入れる」としたアダプターは、同じ版を先に入れてください。違う版では読みま"
                        "せん(よければ source accept)。",
                        "install those marked so in the very same version: no other reads their "
                        "source (but by `source accept`)"})
                << '\n';
  console.out << console.in_words(
                     {"復元しました。hub.yaml の data をこのフォルダーにして、デーモンを起動して"
                      "ください。デーモンの利用者が読み書きできることも確かめてください。",
                      "restored: let `data` in hub.yaml name this folder, see that the daemon's "
                      "user may read and write it, and start the daemon"})
              << '\n';
}

void restore(Console& console, const Typed& typed) {
  const auto ran = run_program(
      hub_program(console), {"--restore", typed.file, "--into", typed.folder, "--key", typed.key});
  if (!ran) return console.fail(ran.error());
  if (ran->status == 0) return show(console, ran->out);
  console.fail(Exit::refused, {"復元できません", "can't restore"},
               translated(console.language, reason_in(ran->errors)));
}

}  // namespace

void add_restore_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "restore", std::string(console.in_words({"バックアップから、新しいデータフォルダーを作る",
                                               "makes a new data folder of a backup"})));
  const auto typed = std::make_shared<Typed>();
  command
      ->add_option("file", typed->file,
                   std::string(console.in_words({"バックアップ", "the backup"})))
      ->required()
      ->check(CLI::ExistingFile);
  command
      ->add_option("--into", typed->folder,
                   std::string(console.in_words({"空の、またはまだないフォルダー",
                                                 "a folder that is empty or not there yet"})))
      ->required();
  command
      ->add_option("--key", typed->key,
                   std::string(console.in_words(
                       {"そのときの鍵(master.key)", "the key of that time (master.key)"})))
      ->required()
      ->check(CLI::ExistingFile);
  command->callback([&console, typed] { restore(console, *typed); });
}

}  // namespace hub::cli
