// `tsunagu audit verify|checkpoint|page|export`
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "hub/cli/checkpoint_page.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column report[] = {
    {"intact", {"正しい", "intact"}},
    {"auditRows", {"行", "rows"}},
    {"checkpoints", {"正しい署名の区切り", "checkpoints"}},
    {"signedRows", {"署名された行", "signed rows"}},
    {"broken", {"誤り", "broken"}, Cell::word},
    {"row", {"その行", "at row"}},
    {"head", {"最後のハッシュ", "head"}},
};
constexpr Section shown[] = {{"audit", {"監査記録", "Audit log"}, report}};
constexpr Column exported[] = {{"auditRows", {"書き出した行", "rows written"}}};
constexpr Section written[] = {{"exported", {"監査記録", "Audit log"}, exported}};

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void verify(Console& console, const DaemonAddress& address, const std::string& kept) {
  Request request("audit.verify");
  if (!kept.empty()) request.text("checkpoints", content_of(kept));
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

/// The newest note. `print` writes it as it likes.
void with_checkpoint(Console& console, const DaemonAddress& address,
                     const std::function<void(tsunagu::json::View)>& print) {
  Request request("audit.checkpoint");
  Answer answer;
  if (!show_answer(console, address, request, {}, answer) || console.json) return;
  for (const auto line : answer.of("checkpoint")) {
    print(line);
    if (line.find("fresh").boolean()) continue;
    console.err << console.in_words(
                       {"注意: 署名者が応答しないため、これより新しい行は署名されていません。",
                        "note: the signer does not answer; newer rows are not signed"})
                << '\n';
  }
}

/// The note alone, so that it can be sent to a file as it is.
void checkpoint(Console& console, const DaemonAddress& address) {
  with_checkpoint(console, address,
                  [&](tsunagu::json::View line) { console.out << line.find("note").text(); });
}

void page(Console& console, const DaemonAddress& address) {
  with_checkpoint(console, address, [&](tsunagu::json::View line) {
    const std::string at = in_japan(line.find("at").text());
    const auto done =
        write_page(console.out, {line.find("note").text(), line.find("key").text(), at});
    if (!done) console.fail(done.error());
  });
}

void write_out(Console& console, const DaemonAddress& address, const std::string& file) {
  std::error_code failed;
  Request request("audit.export");
  request.text("file", std::filesystem::absolute(file, failed).lexically_normal().string());
  Answer answer;
  show_answer(console, address, request, written, answer);
}

constexpr Column odd[] = {
    {"at", {"時", "at"}, Cell::time},
    {"by", {"誰が", "by"}},
    {"action", {"閲覧したもの", "looked at"}, Cell::word},
    {"why", {"尋ねること", "why it is asked"}, Cell::word},
    {"person", {"人", "person"}},
};
constexpr Column counted[] = {{"looks", {"この月の閲覧", "looks in all"}}};
constexpr Section looks[] = {{"odd_look", {"確かめたい閲覧", "Looks to ask about"}, odd},
                             {"looks", {"", ""}, counted}};

constexpr Leaf looks_leaf{
    .name = "looks",
    .help = {"時間外など、理由を尋ねたい閲覧を月ごとに示す",
             "looks of a month that somebody should ask about: out of hours, …"},
    .verb = "audit.looks",
    .argument = "month",
    .argument_help = {"月(例: 2026-04)", "month, such as 2026-04"},
    .sections = looks};

CLI::App* add(CLI::App& group, Console& console, const char* name, const Text& help) {
  return group.add_subcommand(name, std::string(console.in_words(help)));
}

}  // namespace

void add_audit_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto* group = &add_leaves(app, console, "audit", {"監査記録", "the audit log"},
                            std::span(&looks_leaf, 1), address);
  const auto file = std::make_shared<std::string>();
  auto* verifying =
      add(*group, console, "verify", {"記録の鎖をすべて確かめる", "walks the whole chain"});
  verifying
      ->add_option("--checkpoints", *file,
                   std::string(console.in_words(
                       {"別に控えてある区切り(checkpoint の出力、署名者の journal)のファイル",
                        "file of checkpoints kept elsewhere: notes, or the signer's journal"})))
      ->check(CLI::ExistingFile);
  verifying->callback([&console, address, file] { verify(console, *address, *file); });
  add(*group, console, "checkpoint",
      {"署名した区切りを示す。別の場所に控える(>> ファイル)",
       "a signed checkpoint, to be kept elsewhere (>> FILE)"})
      ->callback([&console, address] { checkpoint(console, *address); });
  add(*group, console, "page",
      {"区切りを印刷用のA4の1枚にする(> ファイル.html)",
       "a checkpoint as a page to be printed (> FILE.html)"})
      ->callback([&console, address] { page(console, *address); });
  auto* exporting = add(*group, console, "export",
                        {"記録を、データベースなしで確かめられる文字のファイルにする",
                         "the log as text that is verified without a database"});
  exporting
      ->add_option(
          "file", *file,
          std::string(console.in_words({"まだないファイル", "a file that is not there yet"})))
      ->required();
  exporting->callback([&console, address, file] { write_out(console, *address, *file); });
}

}  // namespace hub::cli
