// `tsunagu gate decide --facts -`: the disclosure decision, without daemon and without
// configuration.
#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <string>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/gate_lines.hpp"

namespace hub::cli {
namespace {

void decide(Console& console, const std::string& path) {
  if (path == "-") return answer_lines(console.in, console.out);
  std::ifstream file(path, std::ios::binary);
  if (file) return answer_lines(file, console.out);
  console.fail(Exit::refused, {"ファイルを開けません", "the file can't be opened"}, path);
}

}  // namespace

void add_gate_command(CLI::App& app, Console& console) {
  auto* gate = app.add_subcommand(
      "gate", std::string(console.in_words({"情報提供の可否の判断", "the disclosure decision"})));
  gate->require_subcommand(1);
  auto* command = gate->add_subcommand(
      "decide", std::string(console.in_words(
                    {"1行1件の事実(JSON)を読み、1行1件で答える",
                     "reads facts, one JSON object a line; answers each with one line"})));
  const auto facts = std::make_shared<std::string>("-");
  command
      ->add_option("--facts", *facts,
                   std::string(console.in_words(
                       {"事実のファイル。- は標準入力", "file of facts; - is standard input"})))
      ->required();
  command->callback([&console, facts] { decide(console, *facts); });
}

}  // namespace hub::cli
