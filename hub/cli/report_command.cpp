// `tsunagu report yearly`: the year's report of the support, as it may be published.
#include <CLI/CLI.hpp>
#include <fstream>
#include <ostream>
#include <sstream>

#include "hub/cli/count_period.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"
#include "hub/cli/yearly_page.hpp"

namespace hub::cli {
namespace {

struct Wish {
  CountPeriodTyped period;
  std::string file;
  bool assembly = false;
};

void write_page(Console& console, const Wish& wish, const Answer& answer) {
  const auto year = fiscal_year_from(wish.period.year).value_or(0);
  Console japanese{console.in, console.out, console.err, Language::ja};
  std::ostringstream page;
  (wish.assembly ? write_assembly_page : write_yearly_page)(page, japanese, answer, year);
  if (wish.file.empty()) {
    console.out << page.str();
    return;
  }
  std::ofstream file(wish.file, std::ios::binary);
  if (!(file << page.str()) || !file.flush())
    console.fail(Exit::refused, {"ファイルを書けません", "cannot write the file"}, wish.file);
}

}  // namespace

void add_report_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group =
      add_leaves(app, console, "report", {"年度の報告", "reports of a fiscal year"}, {}, address);
  const auto wish = std::make_shared<Wish>();
  Sub sub(group, console, "yearly",
          {"年度の実績報告(A4、HTML。少ない数は伏せる)",
           "the year's report as HTML for A4; small counts are hidden"});
  sub.word("year", wish->period.year, {"年度(令和8年度、2026)", "fiscal year (2026, R8)"})
      ->required();
  sub.flag("--assembly", wish->assembly,
           {"議会用の1枚(数字に表れないものを含む)",
            "one page for the assembly, with what the figures do not show"});
  sub.word("--out", wish->file,
           {"書くファイル(なければ標準出力)", "the file; else standard output"});
  sub.command().callback([&console, address, wish] {
    if (!resolve(console, wish->period)) return;
    Request request("count.show");
    request.text("from", wish->period.from).text("until", wish->period.until);
    request.flag("publish", true);
    Answer answer;
    if (!show_answer(console, *address, request, {}, answer)) return;
    if (!console.json) write_page(console, *wish, answer);
    warn_of_open_period(console, answer);
  });
}

}  // namespace hub::cli
