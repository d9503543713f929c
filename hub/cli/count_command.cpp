// `tsunagu count list|show|cases`: what the municipality counts of its support, each figure with
// its definition and, for its officers, its cases.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/count_period.hpp"
#include "hub/cli/count_reference.hpp"
#include "hub/cli/count_rows.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/layout.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"
#include "hub/cli/table.hpp"
#include "hub/domain/entered.hpp"
#include "hub/domain/figure.hpp"

namespace hub::cli {
namespace {

constexpr Column cases[] = {
    {"case", {"ケース", "case"}},
    {"state", {"状態", "state"}, Cell::word},
    {"desk", {"窓口", "desk"}},
    {"openedAt", {"開始", "opened"}, Cell::time},
};
constexpr Section behind[] = {{"case", {"ケース", "Cases"}, cases}};

struct Wish {
  CountPeriodTyped period;
  std::string figure, desk, field, area, xlsx;
  bool publish = false;
  bool csv = false;
};
using WishIn = std::shared_ptr<Wish>;

std::string stacked(const Console& console, const CountRow& row) {
  if (row.of == CountRow::Of::whole) return row.title;
  return "  " + std::string(word_of(console, row.of)) + " " + row.name;
}

void print_uncounted(Console& console, const Answer& answer) {
  const auto lines = answer.of("uncounted");
  if (lines.empty()) return;
  console.out << '\n'
              << console.in_words(
                     {"数えられないもの(0ではありません)", "Not counted (which is not 0)"})
              << '\n';
  const bool ja = console.language == Language::ja;
  for (const auto line : lines) {
    auto text = "・" + std::string(line.find(ja ? "title" : "english").text());
    if (ja) text += "：" + std::string(line.find("reason").text());
    for (const auto& piece : wrapped(text, text_columns(console)))
      console.out << piece << '\n';
  }
}

void print_counts(Console& console, const Answer& answer) {
  for (const auto line : answer.of("period"))
    console.out << line.find("municipality").text() << "  " << day_in_both(line.find("from").text())
                << " - " << day_in_both(line.find("until").text()) << "\n\n";
  Table table({std::string(console.in_words({"件数", "count"})),
               std::string(console.in_words({"指標", "figure"}))});
  bool hidden = false;
  for (const auto& row : count_rows(console, answer)) {
    hidden = hidden || row.count == hidden_count;
    table.add({row.count, stacked(console, row)});
  }
  table.print(console.out, console.columns);
  if (hidden)
    console.out << '\n'
                << console.in_words({"x は伏せた数です(1から9、及びそれを逆算できる数)。",
                                     "x is a hidden count: 1 to 9, and what would give one back"})
                << '\n';
  print_uncounted(console, answer);
}

Request& fill(Request& request, const Wish& wish) {
  request.text("from", wish.period.from).text("until", wish.period.until);
  request.text("figure", wish.figure).text("desk", wish.desk);
  request.text("field", wish.field).text("area", wish.area);
  return request;
}

void show_counts(Console& console, const DaemonAddress& address, Wish& wish) {
  if (!resolve(console, wish.period)) return;
  Request request("count.show");
  fill(request, wish);
  if (wish.publish) request.flag("publish", true);
  Answer answer;
  if (!show_answer(console, address, request, {}, answer)) return;
  if (!wish.xlsx.empty() && !write_count_xlsx(console, wish.xlsx, answer)) return;
  if (!console.json && wish.xlsx.empty())
    wish.csv ? write_count_csv(console.out, console, answer) : print_counts(console, answer);
  warn_of_open_period(console, answer);
}

void add_scope(Sub& sub, Wish& wish) {
  add_period(sub, wish.period);
  sub.word("--desk", wish.desk, {"窓口のコード", "code of a desk"});
  sub.word("--field", wish.field, {"分野のコード(窓口の主分野)", "code of a field, by the desks'"});
  sub.word("--area", wish.area, {"区域のコード(窓口の対象地域)", "code of an area, by the desks'"});
}

void add_show(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const WishIn wish = std::make_shared<Wish>();
  Sub sub(group, console, "show", {"期間の件数を示す", "the counts of a period"});
  sub.word("figure", wish->figure, {"指標の符号(なければすべて)", "code of a figure; else all"});
  add_scope(sub, *wish);
  sub.flag("--publish", wish->publish,
           {"公表用に少ない数を伏せる(年度の全窓口だけ)",
            "hides small counts for publication; a whole fiscal year and all desks alone"});
  sub.flag("--csv", wish->csv, {"CSVにする", "as CSV"});
  sub.word("--xlsx", wish->xlsx, {"Excelのファイルに書く", "writes an Excel file"});
  sub.command().callback([&console, address, wish] { show_counts(console, *address, *wish); });
}

void add_cases(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const WishIn wish = std::make_shared<Wish>();
  Sub sub(group, console, "cases",
          {"件数のもとのケース(市の職員だけ。閲覧は記録に残る)",
           "the cases behind a count, for the city's officers; looking is logged"});
  sub.word("figure", wish->figure, {"指標の符号", "code of a figure"})->required();
  add_scope(sub, *wish);
  sub.command().callback([&console, address, wish] {
    if (!resolve(console, wish->period)) return;
    Request request("count.cases");
    fill(request, *wish);
    Answer answer;
    show_answer(console, *address, request, behind, answer);
  });
}

void add_enter(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  struct Typed {
    std::string figure, count;
    CountPeriodTyped period;
  };
  const auto typed = std::make_shared<Typed>();
  Sub sub(group, console, "enter",
          {"記録からは分からない年度の数を入力する(市の職員だけ)",
           "enters a number of a year that no record tells, for the city's officers"});
  sub.word("figure", typed->figure, {"指標の符号(count list にある)", "code; see count list"})
      ->required();
  sub.word("count", typed->count, {"数", "the number"})->required();
  sub.word("--year", typed->period.year, {"年度(令和8年度、2026 など)", "the fiscal year"})
      ->required();
  sub.command().callback([&console, address, typed] {
    if (!resolve(console, typed->period)) return;
    Request request("count.enter");
    request.text("year", typed->period.from.substr(0, 4));
    request.text("figure", typed->figure).text("count", typed->count);
    Answer answer;
    if (!show_answer(console, *address, request, {}, answer)) return;
    console.out << console.in_words({"入力しました。", "entered"}) << '\n';
  });
}

/// Needs no daemon.
void add_list(CLI::App& group, Console& console) {
  Sub sub(group, console, "list", {"指標の符号と定義", "the figures and their definitions"});
  const auto markdown = std::make_shared<bool>(false);
  sub.flag("--markdown", *markdown, {"文書(docs/counts.md)にする", "as docs/counts.md"});
  sub.command().callback([&console, markdown] {
    if (*markdown) return write_count_reference(console.out);
    const bool ja = console.language == Language::ja;
    Table table({std::string(console.in_words({"符号", "code"})),
                 std::string(console.in_words({"要件", "requirement"})),
                 std::string(console.in_words({"指標と定義", "figure"}))});
    for (const auto& one : domain::figures())
      table.add({std::string(one.name), std::string(one.requirement),
                 ja ? std::string(one.title) + "：" + std::string(one.definition)
                    : std::string(one.english)});
    for (const auto& one : domain::entered_figures())
      table.add({std::string(one.name), std::string(one.requirement),
                 ja ? std::string(one.title) + "(入力)：" + std::string(one.definition)
                    : std::string(one.english) + " (entered)"});
    table.print(console.out, text_columns(console));
  });
}

}  // namespace

void add_count_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(
      app, console, "count",
      {"期間の件数と、その定義・もとのケース", "counts of a period, their definitions and cases"},
      {}, address);
  add_show(group, console, address);
  add_cases(group, console, address);
  add_enter(group, console, address);
  add_list(group, console);
}

}  // namespace hub::cli
