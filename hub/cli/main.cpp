// `tsunagu`: what an operator types. Talks to the daemon over its admin socket; what needs no
// daemon runs without one.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/layout.hpp"
#include "hub/cli/usage_words.hpp"

namespace {

std::string own_path() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).string();
}

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);  // a filter of many lines reads in blocks
  hub::cli::Console console{std::cin, std::cout, std::cerr};
  console.language = hub::cli::language_of_environment();
  console.terminal = ::isatty(STDOUT_FILENO) == 1;
  console.program_path = own_path();
  console.columns = hub::cli::terminal_columns();

  CLI::App app{std::string(console.in_words({"つなぐ: 重層的支援体制整備事業の連携ハブ",
                                             "Tsunagu: the hub that sees a household as one"})),
               "tsunagu"};
  hub::cli::speak_usage(app, console);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag("--json", console.json,
               std::string(console.in_words({"JSON で出力", "one JSON value a line"})));
  app.footer(std::string(console.in_words(
      {"終了コード: 0 正常、1 問題が見つかった、2 使い方の誤り、3 デーモンに接続できない、"
       "4 拒まれた、5 その他の失敗",
       "exit status: 0 fine, 1 something wrong was found, 2 usage, 3 no daemon answers, 4 refused, "
       "5 anything else"})));
  hub::cli::add_commands(app, console);
  hub::cli::name_groups(app, console);
  app.failure_message([&console](const CLI::App* root, const CLI::Error& error) {
    return hub::cli::usage_error(*root, error, console);
  });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(hub::cli::Exit::usage);
  }
  return console.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return static_cast<int>(hub::cli::Exit::failed);
  }
}
