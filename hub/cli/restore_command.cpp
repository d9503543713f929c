// `tsunagu restore FILE --into FOLDER --key FILE`: no daemon may run. The store is the daemon's own
// business, so its program does it: `tsunagu-hub --restore`, which stands beside this one.
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"

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

/// Its exit status; what it says goes where ours goes.
int run(const std::filesystem::path& program, const Typed& typed) {
  const char* arguments[] = {program.c_str(),      "--restore", typed.file.c_str(), "--into",
                             typed.folder.c_str(), "--key",     typed.key.c_str(),  nullptr};
  const auto child = ::fork();
  if (child == 0) {
    ::execv(program.c_str(), const_cast<char* const*>(arguments));
    ::_exit(127);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

void restore(Console& console, const Typed& typed) {
  console.out.flush();
  const auto program = hub_program(console);
  const int status = run(program, typed);
  if (status == 127) {
    return console.fail(Exit::failed, {"プログラムを実行できません", "the program can't be run"},
                        program.string());
  }
  if (status != 0) {
    console.exit_code = static_cast<int>(Exit::refused);
    return;
  }
  if (console.json) return;
  console.out << console.in_words(
                     {"復元しました。hub.yaml の data をこのフォルダーにして、デーモンを起動して"
                      "ください。",
                      "restored: let `data` in hub.yaml name this folder, and start the daemon"})
              << '\n';
}

}  // namespace

void add_restore_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "restore", std::string(console.in_words({"バックアップを空のフォルダーに戻す",
                                               "makes a backup the store of an empty folder"})));
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
