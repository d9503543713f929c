// `tsunagu normalize name|kana|date|address|number|phone TEXT|-`: the rules by which records are
// compared, for anyone to try; `normalize count FILE`: how dirty a file is by them.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/normalize_count.hpp"
#include "hub/cli/normalize_lines.hpp"
#include "hub/cli/note_words.hpp"

namespace hub::cli {
namespace {

using normalize::NameKey;
using normalize::Note;

struct Asked {
  Normalization what = Normalization::name;
  std::string text{};
  std::string municipality{};
  std::string building{};
  bool explains = false;
};

void print_notes(Console& console, const Text& title, const normalize::Notes& notes,
                 bool warnings) {
  bool titled = false;
  notes.each([&](Note note) {
    if (is_warning(note) != warnings) return;
    if (!titled) console.out << console.in_words(title) << '\n';
    titled = true;
    console.out << "  - " << console.in_words(words_of(note)) << " (" << code_of(note) << ")\n";
  });
}

Text words_for(normalize::NameUse use) {
  switch (use) {
    case normalize::NameUse::official:
      return {"本名", "official name"};
    case normalize::NameUse::usual:
      return {"通称名", "usual name"};
    case normalize::NameUse::former:
      return {"旧氏", "former name"};
    case normalize::NameUse::reading:
      return {"読み", "reading"};
    case normalize::NameUse::alias:
      break;
  }
  return {"別の書き方", "another spelling"};
}

void print(Console& console, const tsunagu::text::Outcome<NameKey>& result) {
  if (!result) {
    console.fail(Exit::findings, {"正規化できません", "no key can be made"},
                 result.problem().code + ": " + result.problem().text);
    return;
  }
  console.out << result->key << '\n';
  for (const auto& name : result->further)
    console.out << console.in_words(words_for(name.use)) << ": " << name.key << '\n';
  for (const auto& weak : result->weak)
    console.out << console.in_words({"弱い照合:", "weak match:"}) << ' ' << weak << '\n';
  print_notes(console, {"行ったこと:", "steps:"}, result->notes, false);
  print_notes(console, {"注意:", "warnings:"}, result->notes, true);
}

base::Result<normalize::Tables> tables_of(const Console& console) {
  const auto folder = normalize::find_data_folder(console.program_path);
  if (!folder) return folder.error();
  return normalize::Tables::load(*folder);
}

void run_count(Console& console, const std::string& file) {
  const auto tables = tables_of(console);
  if (!tables) return console.fail(tables.error());
  count_dirt(console, *tables, file);
}

void run(Console& console, const Asked& asked) {
  const auto tables = tables_of(console);
  if (!tables) return console.fail(tables.error());
  const auto lgcode5 = std::string_view(asked.municipality).substr(0, 5);
  const Normalizer by{asked.what, *tables, {lgcode5, asked.building}, asked.explains};
  if (asked.text == "-") return answer_lines(by, console.in, console.out);
  if (!console.json) return print(console, normalized(by, asked.text));
  console.out << answer_to(by, asked.text) << '\n';
  if (!normalized(by, asked.text)) console.exit_code = static_cast<int>(Exit::findings);
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
    {"phone", {"電話番号を数字だけに", "a telephone number as digits"}},
};

void add_options(CLI::App& command, const Console& console, Asked& asked) {
  const auto help = [&console](const Text& text) { return std::string(console.in_words(text)); };
  command
      .add_option("text", asked.text,
                  help({"文字列。- は標準入力（1行1件、JSONで答える）",
                        "the text; - is standard input, a line each, answered as JSON"}))
      ->required();
  command.add_flag("--explain", asked.explains,
                   help({"JSON に行ったこと・弱い照合・別の名・理由も書く",
                         "the JSON also tells steps, weak matches, further names and reasons"}));
  if (asked.what != Normalization::address) return;
  command.add_option("--municipality", asked.municipality,
                     help({"市区町村名のない住所の全国地方公共団体コード",
                           "the code of the municipality of an address that names none"}));
  command.add_option("--building", asked.building,
                     help({"別の欄にある方書", "the building, where it has a field of its own"}));
}

void add_count(CLI::App& group, Console& console) {
  auto* command = group.add_subcommand(
      "count", std::string(console.in_words(
                   {"ファイルの表記の揺れを数える", "counts the kinds of dirt of a file"})));
  const auto file = std::make_shared<std::string>();
  command
      ->add_option("file", *file,
                   std::string(console.in_words({"見出し行のあるCSV（UTF-8かCP932）",
                                                 "a CSV with a header, UTF-8 or CP932"})))
      ->required();
  command->callback([&console, file] { run_count(console, *file); });
}

}  // namespace

void add_normalize_command(CLI::App& app, Console& console) {
  auto* group = app.add_subcommand(
      "normalize",
      std::string(console.in_words(
          {"照合のための正規化を試す", "tries the rules by which records are compared"})));
  group->require_subcommand(1);
  for (const auto& kind : kinds) {
    auto* command = group->add_subcommand(kind.word, std::string(console.in_words(kind.text)));
    const auto asked = std::make_shared<Asked>();
    asked->what = *normalization_named(kind.word);
    add_options(*command, console, *asked);
    command->callback([&console, asked] { run(console, *asked); });
  }
  add_count(*group, console);
}

}  // namespace hub::cli
