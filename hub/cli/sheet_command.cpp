// `tsunagu sheet list|show|print`: paper forms, filled with what the hub may show.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "hub/cli/leaf.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/cli/run_program.hpp"
#include "hub/cli/sheet_page.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"
#include "hub/cli/table.hpp"
#include "hub/profile/settings.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;
using profile::SheetLayout;

struct Wish {
  std::string folder, code, about, sitting, file, format = "html";
};
using WishIn = std::shared_ptr<Wish>;

/// Every layout of hub.yaml's folders, or of one that somebody names; nothing where one is wrong.
std::optional<std::vector<SheetLayout>> layouts_of(Console& console, const Wish& wish,
                                                   const DaemonAddress& address) {
  profile::Problems problems;
  fs::path municipality;
  fs::path shared = wish.folder;
  if (shared.empty()) {
    const auto settings = profile::read_settings(address.hub_yaml, problems);
    municipality = settings.municipality;
    shared = settings.shared;
  }
  auto layouts = profile::read_sheets(municipality, shared, problems);
  if (!problems.empty()) {
    for (const auto& problem : problems.all())
      console.err << profile::render(problem, in_profile(console.language)) << '\n';
    console.fail(Exit::findings, {"帳票の設定に誤りがあります", "a layout is wrong"});
    return std::nullopt;
  }
  if (layouts.empty()) {
    console.fail(
        Exit::refused,
        {"帳票がありません。sheets フォルダのある設定フォルダを --layouts で示してください",
         "no layouts; name a configuration folder with a folder sheets by --layouts"},
        shared.string());
    return std::nullopt;
  }
  return layouts;
}

std::optional<SheetLayout> layout_of(Console& console, const Wish& wish,
                                     const DaemonAddress& address) {
  const auto layouts = layouts_of(console, wish, address);
  if (!layouts) return std::nullopt;
  const auto found =
      std::find_if(layouts->begin(), layouts->end(),
                   [&wish](const SheetLayout& one) { return one.code == wish.code; });
  if (found != layouts->end()) return *found;
  console.fail(
      Exit::usage,
      {"その帳票はありません。sheet list で確かめてください", "no such sheet; see `sheet list`"},
      wish.code);
  return std::nullopt;
}

/// For its owner alone: it tells of persons.
bool write_file(Console& console, const std::string& path, const std::string& text) {
  const auto before = ::umask(S_IRWXG | S_IRWXO);
  std::ofstream file(path, std::ios::binary);
  ::umask(before);
  if ((file << text) && file.flush()) return true;
  console.fail(Exit::refused, {"ファイルを書けません", "cannot write the file"}, path);
  return false;
}

/// What another program wrote.
void keep_private(const std::string& path) {
  std::error_code failed;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, failed);
}

/// By Debian's chromium, which is no part of the hub: where it is absent a sentence says so.
void write_pdf(Console& console, const std::string& path, const std::string& html) {
  const fs::path chromium = "/usr/bin/chromium";
  std::error_code failed;
  if (!fs::exists(chromium, failed)) {
    console.fail(Exit::refused,
                 {"PDFを作るには chromium と fonts-noto-cjk が要ります。"
                  "--as html で書き、ブラウザで印刷することもできます",
                  "a PDF needs chromium (apt install chromium fonts-noto-cjk); or print with --as "
                  "html from a browser"});
    return;
  }
  const auto page = fs::absolute(path).string() + ".html";
  if (!write_file(console, page, html)) return;
  std::vector<std::string> arguments = {"--headless",
                                        "--disable-gpu",
                                        "--no-pdf-header-footer",
                                        "--disable-javascript",
                                        "--print-to-pdf=" + fs::absolute(path).string(),
                                        "file://" + page};
  if (::geteuid() == 0) arguments.insert(arguments.begin(), "--no-sandbox");
  const auto ran = run_program(chromium, arguments);
  fs::remove(page, failed);
  if (ran && ran->status == 0) {
    keep_private(path);
    return;
  }
  console.fail(Exit::failed, {"chromium がPDFを作れませんでした", "chromium made no PDF"});
}

void print_sheet(Console& console, const DaemonAddress& address, const Wish& wish) {
  const auto layout = layout_of(console, wish, address);
  if (!layout) return;
  Request request("sheet.data");
  request.text("case", wish.about).text("sitting", wish.sitting);
  Answer answer;
  if (!show_answer(console, address, request, {}, answer) || console.json) return;
  const auto sheet = fill(*layout, answer);
  if (wish.format == "xlsx") {
    if (write_sheet_xlsx(console, wish.file, sheet)) keep_private(wish.file);
    return;
  }
  std::ostringstream page;
  if (wish.format == "text")
    page << sheet_text(sheet, layout->text_limit);
  else
    write_sheet_page(page, sheet);
  if (wish.format == "pdf")
    write_pdf(console, wish.file, page.str());
  else if (wish.file.empty())
    console.out << page.str();
  else
    write_file(console, wish.file, page.str());
}

void add_folder(Sub& sub, Wish& wish) {
  sub.word("--layouts", wish.folder,
           {"sheets フォルダのある設定フォルダ(なければ hub.yaml の municipality と shared)",
            "a configuration folder with a folder sheets; else those of hub.yaml"});
}

void add_list(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const WishIn wish = std::make_shared<Wish>();
  Sub sub(group, console, "list", {"帳票の一覧", "the sheets"});
  add_folder(sub, *wish);
  sub.command().callback([&console, address, wish] {
    const auto layouts = layouts_of(console, *wish, *address);
    if (!layouts) return;
    Table table({std::string(console.in_words({"符号", "code"})),
                 std::string(console.in_words({"版", "version"})),
                 std::string(console.in_words({"帳票", "sheet"}))});
    for (const auto& one : *layouts)
      table.add({one.code, one.version, one.title});
    table.print(console.out, console.columns);
  });
}

void add_show(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const WishIn wish = std::make_shared<Wish>();
  Sub sub(group, console, "show", {"一つの帳票の空の様式", "one sheet, blank"});
  sub.word("sheet", wish->code, {"帳票の符号", "code of the sheet"})->required();
  add_folder(sub, *wish);
  sub.command().callback([&console, address, wish] {
    const auto layout = layout_of(console, *wish, *address);
    if (layout) write_sheet_page(console.out, fill(*layout, Answer()));
  });
}

void add_print(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const WishIn wish = std::make_shared<Wish>();
  Sub sub(group, console, "print",
          {"ケースの帳票を作る(閲覧の記録に残る)", "a sheet of a case; the log tells of it"});
  sub.word("sheet", wish->code, {"帳票の符号", "code of the sheet"})->required();
  sub.word("--case", wish->about, {"ケースのID", "id of the case"})->required();
  sub.word("--sitting", wish->sitting, {"会議のID(会議録など)", "id of a sitting, for minutes"});
  sub.word("--as", wish->format, {"形: html、pdf、xlsx、text", "html, pdf, xlsx or text"})
      ->check(CLI::IsMember({"html", "pdf", "xlsx", "text"}));
  sub.word("--out", wish->file,
           {"書くファイル(pdf と xlsx では要る)", "the file; pdf and xlsx need one"});
  add_folder(sub, *wish);
  sub.command().callback([&console, address, wish] {
    const bool needs_file = wish->format == "pdf" || wish->format == "xlsx";
    if (needs_file && wish->file.empty()) {
      console.fail(Exit::usage, {"--out でファイルを書いてください", "name a file by --out"});
      return;
    }
    print_sheet(console, *address, *wish);
  });
}

}  // namespace

void add_sheet_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "sheet", {"帳票", "paper forms"}, {}, address);
  for (const auto add : {add_list, add_show, add_print})
    add(group, console, address);
}

}  // namespace hub::cli
