// `tsunagu stats`: counts of a fiscal year that identify nobody. The daemon hides; what is hidden
// never comes here.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/count_period.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/table.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::View;

constexpr std::string_view hidden_mark = "x";
constexpr Text months[] = {{"4月", "Apr"},  {"5月", "May"}, {"6月", "Jun"},  {"7月", "Jul"},
                           {"8月", "Aug"},  {"9月", "Sep"}, {"10月", "Oct"}, {"11月", "Nov"},
                           {"12月", "Dec"}, {"1月", "Jan"}, {"2月", "Feb"},  {"3月", "Mar"}};

struct Measure {
  std::string_view code;
  Text title;
};
constexpr Measure measures[] = {
    {"referrals", {"つなぎ(つなぎ先の窓口)", "Referrals (by the desk asked)"}},
    {"cases", {"ケース(最初のつなぎ先)", "Cases (by the first desk asked)"}},
    {"households", {"世帯(最初のケース)", "Households (by their first case)"}},
};

struct Wish {
  std::string year;
  bool csv = false;
};

std::string shown(View line) {
  return line.find("hidden").boolean() ? std::string(hidden_mark)
                                       : std::to_string(line.find("count").integer());
}

/// Desk by desk, then the sums; each row its months and its sum.
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const Console& console, const Answer& answer, std::string_view measure) {
  Rows rows;
  std::string desk = "\n";
  for (const auto line : answer.of("count")) {
    if (line.find("measure").text() != measure) continue;
    if (line.find("desk").text() != desk) {
      desk = line.find("desk").text();
      rows.push_back({desk.empty() ? std::string(console.in_words({"計", "all"}))
                                   : std::string(line.find("deskName").text())});
    }
    rows.back().push_back(shown(line));
  }
  return rows;
}

std::vector<std::string> header_of(const Console& console) {
  std::vector<std::string> header{std::string(console.in_words({"窓口", "desk"}))};
  for (const auto& month : months)
    header.emplace_back(console.in_words(month));
  header.emplace_back(console.in_words({"計", "all"}));
  return header;
}

void print_tables(Console& console, const Answer& answer) {
  for (const auto& measure : measures) {
    console.out << console.in_words(measure.title) << '\n';
    Table table(header_of(console));
    for (auto& row : rows_of(console, answer, measure.code))
      table.add(std::move(row));
    table.print(console.out);
    console.out << '\n';
  }
  console.out << console.in_words({"x は伏せた数です(1から9、及びそれを逆算できる数)。",
                                   "x is a hidden count: 1 to 9, and what would give one back"})
              << '\n';
}

void print_csv(Console& console, const Answer& answer) {
  tsunagu::text::CsvWriter csv;
  const auto put = [&csv](std::string_view first, const std::vector<std::string>& cells) {
    csv.cell(first);
    for (const auto& cell : cells)
      csv.cell(cell);
    csv.end_row();
  };
  put(console.in_words({"数えたもの", "counted"}), header_of(console));
  for (const auto& measure : measures)
    for (const auto& row : rows_of(console, answer, measure.code))
      put(console.in_words(measure.title), row);
  console.out << "\xEF\xBB\xBF" << csv.take();
}

void show_statistics(Console& console, const DaemonAddress& address, const Wish& wish) {
  Request request("stats");
  request.text("year", wish.year);
  Answer answer;
  if (!show_answer(console, address, request, {}, answer)) return;
  if (!console.json) wish.csv ? print_csv(console, answer) : print_tables(console, answer);
  for (const auto year : answer.of("year")) {
    if (!year.find("over").boolean()) warn_of_open_year(console);
  }
}

}  // namespace

void add_stats_command(CLI::App& app, Console& console) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = app.add_subcommand(
      "stats", words({"年度の件数。公表しても個人が分からないよう、少ない数を伏せる",
                      "counts of a fiscal year, small ones hidden so that nobody is identified"}));
  const auto address = add_address(*command, console);
  const auto wish = std::make_shared<Wish>();
  command
      ->add_option("--year", wish->year,
                   words({"年度(4月から翌年3月)", "fiscal year, April to March"}))
      ->required();
  command->add_flag("--csv", wish->csv, words({"CSVにする", "as CSV"}));
  command->callback([&console, address, wish] { show_statistics(console, *address, *wish); });
}

}  // namespace hub::cli
