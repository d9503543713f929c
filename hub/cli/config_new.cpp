#include "hub/cli/config_new.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>

#include "hub/cli/config_view.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/normalize/tables.hpp"
#include "hub/profile/configuration.hpp"
#include "hub/profile/draft.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;

struct NewWish {
  std::string municipality;
  std::string desks;  ///< empty: they are asked for
  std::string folder;
};

/// A failure is said, and nothing comes.
std::optional<profile::DraftPlace> place_of(Console& console, const fs::path& data,
                                            const std::string& wanted) {
  const auto found = profile::find_places(data / "lgcode.csv", wanted);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    console.fail(Exit::usage,
                 {"その名前かコードの市町村がありません。例: 明石市、282031",
                  "no municipality of that name or code (six digits, such as 282031)"});
    return std::nullopt;
  }
  std::string names;
  for (const auto& one : found)
    names += " " + one.prefecture + one.name + "(" + one.code + ")";
  console.fail(Exit::usage,
               {"同じ名前の市町村があります。コードで指定してください",
                "several bear that name; say which by its code"},
               names);
  return std::nullopt;
}

/// The line that was typed; nothing when there are no more.
std::optional<std::string> ask(Console& console, std::string_view question) {
  console.err << question << "> " << std::flush;
  std::string line;
  if (!std::getline(console.in, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// Question after question; nothing after an empty first answer, which ends the list.
std::optional<profile::DeskRow> ask_row(Console& console, std::size_t number) {
  console.err << console.in_words({"窓口 ", "desk "}) << number
              << console.in_words({"(名前が空なら終わり)", " (an empty name ends the list)"})
              << '\n';
  profile::DeskRow row;
  for (const auto& column : profile::desk_columns()) {
    const auto& help = column.help;
    auto answer = ask(console, "  " + std::string(column.name) + ": " +
                                   (console.language == Language::ja ? help.ja : help.en));
    if (!answer || (row.empty() && answer->empty())) return std::nullopt;
    row.emplace(column.name, std::move(*answer));
  }
  return row;
}

std::vector<profile::DraftDesk> ask_desks(Console& console, profile::Problems& problems) {
  std::vector<profile::DraftDesk> desks;
  while (const auto row = ask_row(console, desks.size() + 1)) {
    profile::Problems here;
    auto desk = profile::desk_of(*row, {"-", 0, 0}, here);
    for (const auto& problem : here.all())
      console.err << "  × " << render(problem, in_profile(console.language)) << '\n';
    if (desk) desks.push_back(std::move(*desk));
  }
  check_desks(desks, {"-", 0, 0}, problems);
  return desks;
}

bool ask_plan(Console& console, profile::Draft& draft) {
  const auto title = ask(console, console.in_words({"実施計画の名前", "title of the plan"}));
  const auto edition = ask(console, console.in_words({"計画の版(いつのものか)", "its edition"}));
  if (!title || !edition) return false;
  draft.plan_title = *title;
  draft.plan_edition = *edition;
  return true;
}

bool write_files(Console& console, const profile::Draft& draft, const fs::path& folder) {
  std::error_code error;
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
  if (!fs::create_directory(folder, error)) {
    console.fail(Exit::refused,
                 {"フォルダーがすでにあるか、作れません。何も書き換えていません",
                  "the folder is there already, or can't be made; nothing was changed"},
                 folder.string());
    return false;
  }
  for (const auto& [name, text] : files_of(draft)) {
    std::ofstream out(folder / name, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
      console.fail(Exit::failed, {"ファイルを書けません", "a file can't be written"},
                   (folder / name).string());
      return false;
    }
    console.out << (folder / name).string() << '\n';
  }
  return true;
}

/// As `config check` would, at once.
void check_folder(Console& console, const fs::path& folder, const fs::path& shared) {
  profile::Problems problems;
  profile::Configuration made;
  read_municipality(folder, shared, made.law, made.profile, problems);
  if (!problems.empty()) {
    print_problems(problems, console);
    console.exit_code = static_cast<int>(Exit::findings);
    return;
  }
  print_clean(made.profile, console);
  console.err
      << console.in_words(
             {"できました。各ファイルの # の行を読み、「未記入」を実施計画から埋めてください。",
              "made; read the comments, and fill in from the plan what is marked so"})
      << '\n';
}

void make(Console& console, const NewWish& wish) {
  const auto data = normalize::find_data_folder(console.program_path);
  if (!data) return console.fail(data.error());
  const auto place = place_of(console, *data, wish.municipality);
  if (!place) return;
  const fs::path folder = wish.folder.empty() ? fs::path(place->name) : fs::path(wish.folder);
  if (fs::exists(folder))
    return console.fail(Exit::refused,
                        {"フォルダーがすでにあります。何も書き換えていません",
                         "the folder is there already; nothing was changed"},
                        folder.string());
  profile::Draft draft{*place, {}, {}, {}};
  profile::Problems problems;
  if (wish.desks.empty()) {
    if (!ask_plan(console, draft))
      return console.fail(Exit::usage, {"答えが途中で終わりました", "the answers ended too early"});
    draft.desks = ask_desks(console, problems);
  } else {
    draft.desks = profile::read_desks(wish.desks, problems);
  }
  if (!problems.empty()) {
    print_problems(problems, console);
    console.exit_code = static_cast<int>(Exit::findings);
    return;
  }
  if (write_files(console, draft, folder)) check_folder(console, folder, data->parent_path());
}

}  // namespace

void add_config_new(CLI::App& config, Console& console) {
  const auto wish = std::make_shared<NewWish>();
  Sub sub(config, console, "new",
          {"新しい市町村の設定を、質問か窓口の一覧(CSV)から、説明付きで作る",
           "makes a commented profile of a municipality, from questions or a CSV of its desks"});
  sub.word("municipality", wish->municipality,
           {"市町村の名前か、全国地方公共団体コード(6桁)", "its name, or its six-digit code"})
      ->required();
  sub.word("--desks", wish->desks,
           {"窓口の一覧(CSV。列は docs/new_municipality.md)。なければ質問する",
            "a CSV of its desks (columns: docs/new_municipality.md); without it, questions"});
  sub.word("--folder", wish->folder,
           {"作るフォルダー(既定: 市町村の名前)", "the folder to make (default: its name)"});
  sub.command().callback([&console, wish] { make(console, *wish); });
}

}  // namespace hub::cli
