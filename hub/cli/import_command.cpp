// `tsunagu import FILE --source X [--feed F] [--dry-run]`
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "hub/cli/arrival_columns.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/progress.hpp"

namespace hub::cli {
namespace {

constexpr Column counts[] = {
    {"state", {"結果", "result"}, Cell::word}, {"reason", {"理由", "reason"}, Cell::word},
    {"records", {"記録", "records"}},          {"added", {"追加", "added"}},
    {"changed", {"変更", "changed"}},          {"removed", {"削除", "removed"}},
    {"unchanged", {"同じ", "unchanged"}},      {"rejects", {"読めない行", "rejects"}},
    {"warnings", {"注意", "warnings"}},        {"arrival", {"届いたもの", "delivery"}},
};
constexpr Section shown[] = {
    {"import", {"", ""}, counts},
    {"reject", {"読めなかった行", "Rejects"}, reject_columns, true},
    {"warning", {"注意(取り込みました)", "Warnings (taken all the same)"}, reject_columns, true},
};

struct Typed {
  std::string file;
  std::string source;
  std::string feed;
  bool dry_run = false;
};

struct Outcome {
  std::string_view state;
  Text next;
};

/// What an operator does now; a state that is none of these is fine as it is.
constexpr Outcome outcomes[] = {
    {"paused",
     {"確認のため止まりました。arrival show で確かめ、arrival release で適用するか "
      "arrival discard で閉じてください。",
      "it waits for a person: look with arrival show, then arrival release or arrival discard"}},
    {"refused",
     {"取り込めません。理由を直して、もう一度出力してください。",
      "it can't be used as a whole: correct what the reason names, and export it again"}},
    {"quarantined",
     {"個人番号などが含まれていたため破棄しました。出力の設定から外してください。",
      "it held a number that may not be kept, and was destroyed: take it out of the export"}},
    {"discarded",
     {"同じ内容を受領済みのため、何もしませんでした。",
      "the same bytes came before: nothing was done"}},
    {"would_pause", {"取り込むと、確認のため止まります。", "imported, it would wait for a person"}},
    {"would_refuse", {"このままでは取り込めません。", "it can't be used like this"}},
};

void fill(Request& request, const Typed& typed) {
  std::error_code failed;
  const auto file = std::filesystem::absolute(typed.file, failed).lexically_normal().string();
  request.text("source", typed.source).text("feed", typed.feed).text("file", file);
  request.flag("dryRun", typed.dry_run);
}

void conclude(Console& console, const Answer& answer) {
  if (!console.json) print_answer(console, answer, shown);
  const auto imports = answer.of("import");
  const auto state = imports.empty() ? std::string_view() : imports.front().find("state").text();
  for (const auto& outcome : outcomes) {
    if (outcome.state != state) continue;
    console.err << console.in_words(outcome.next) << '\n';
    if (state != "discarded") console.exit_code = static_cast<int>(Exit::findings);
  }
}

std::string applied_of(const Console& console, std::int64_t applied, std::int64_t records) {
  const auto part = std::to_string(applied);
  const auto all = std::to_string(records);
  if (console.language == Language::ja) return "適用 " + part + " / " + all + " 件";
  return "applied " + part + " of " + all + " records";
}

/// The file is read, then decoded, which nobody can foretell, then applied.
void show(Progress& bar, const Console& console, tsunagu::json::View at) {
  const auto bytes = at.find("bytes").integer();
  const auto bytes_in_all = at.find("bytesInAll").integer();
  const auto records = at.find("records").integer();
  const auto applied = std::min(at.find("applied").integer(), records);
  if (records > 0) return bar.show(applied, records, applied_of(console, applied, records));
  if (bytes < bytes_in_all)
    return bar.show(bytes, bytes_in_all, console.in_words({"受取り中", "reading"}));
  bar.show(0, 1, console.in_words({"解読中", "decoding"}));
}

void import(Console& console, const DaemonAddress& address, const Typed& typed) {
  Request request("import");
  fill(request, typed);
  Answer answer;
  Progress bar(console);
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    Answer one;
    one.add(line);
    const auto progress = one.of("progress");
    if (!progress.empty()) {
      return show(bar, console, progress.front());
    }
    answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  bar.clear();
  if (answered) conclude(console, answer);
}

}  // namespace

void add_import_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "import", std::string(console.in_words({"ファイルを1つ取り込む", "takes one file in"})));
  const auto address = add_address(*command, console);
  const auto typed = std::make_shared<Typed>();
  command->add_option("file", typed->file, std::string(console.in_words({"ファイル", "the file"})))
      ->required()
      ->check(CLI::ExistingFile);
  command
      ->add_option("--source", typed->source,
                   std::string(console.in_words({"記録の元のコード", "code of the source"})))
      ->required();
  command->add_option(
      "--feed", typed->feed,
      std::string(console.in_words({"種類(省略すると、ファイルの名前と中身から決める)",
                                    "the feed; else told by the file's name and content"})));
  command->add_flag("--dry-run", typed->dry_run,
                    std::string(console.in_words({"何が起こるかだけを示し、取り込まない",
                                                  "says what it would do, and keeps nothing"})));
  command->callback([&console, address, typed] { import(console, *address, *typed); });
}

}  // namespace hub::cli
