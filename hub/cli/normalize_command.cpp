// `tsunagu normalize name|kana|date|address|number TEXT|-`: the rules by which records are
// compared, for anyone to try.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/normalize_lines.hpp"

namespace hub::cli {
namespace {

void print_list(Console& console, const Text& title, const auto& items) {
  if (items.empty()) return;
  console.out << console.in_words(title);
  for (const auto& item : items)
    console.out << ' ' << item;
  console.out << '\n';
}

void print(Console& console, const tsunagu::text::Outcome<normalize::Normalized>& result) {
  if (!result) {
    console.fail(Exit::findings, {"正規化できません", "no key can be made"},
                 result.problem().code + ": " + result.problem().text);
    return;
  }
  console.out << result->key << '\n';
  print_list(console, {"弱い照合:", "weak matches:"}, result->weak);
  print_list(console, {"行ったこと:", "steps:"}, result->steps);
  print_list(console, {"注意:", "warnings:"}, result->warnings);
}

void run(Console& console, Normalization what, const std::string& input) {
  const auto folder = normalize::find_data_folder(console.program_path);
  if (!folder) return console.fail(folder.error());
  const auto tables = normalize::Tables::load(*folder);
  if (!tables) return console.fail(tables.error());
  if (input == "-") return answer_lines(what, *tables, console.in, console.out);
  if (!console.json) return print(console, normalized(what, input, *tables));
  console.out << answer_to(what, input, *tables) << '\n';
  if (!normalized(what, input, *tables)) console.exit_code = static_cast<int>(Exit::findings);
}

struct Described {
  const char* word;
  Text text;
};

constexpr Described kinds[] = {
    {"name", {"氏名の照合キー", "match key of a name"}},
    {"kana", {"カナの照合キー", "match key of kana"}},
    {"date", {"日付をISO形式に", "a date as ISO 8601"}},
    {"address", {"住所の照合キー", "match key of an address"}},
    {"number", {"数を整数に", "a number as an integer"}},
};

}  // namespace

void add_normalize_command(CLI::App& app, Console& console) {
  auto* group = app.add_subcommand(
      "normalize",
      std::string(console.in_words(
          {"照合のための正規化を試す", "tries the rules by which records are compared"})));
  group->require_subcommand(1);
  for (const auto& kind : kinds) {
    auto* command = group->add_subcommand(kind.word, std::string(console.in_words(kind.text)));
    const auto input = std::make_shared<std::string>();
    command
        ->add_option("text", *input,
                     std::string(console.in_words({"文字列。- は標準入力（1行1件、JSONで答える）",
                                                   "the text; - is standard input, a line each, "
                                                   "answered as JSON"})))
        ->required();
    const auto what = *normalization_named(kind.word);
    command->callback([&console, what, input] { run(console, what, *input); });
  }
}

}  // namespace hub::cli
