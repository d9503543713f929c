#include "hub/cli/count_period.hpp"

#include <ostream>

#include "hub/cli/fiscal_year.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {

void add_period(Sub& sub, CountPeriodTyped& typed) {
  sub.word("--year", typed.year, {"年度(令和8年度、2026)", "fiscal year (2026, R8)"});
  sub.word("--from", typed.from, {"最初の日(2026-04-01)", "the first day (2026-04-01)"});
  sub.word("--until", typed.until, {"最後の日(2026-09-30)", "the last day (2026-09-30)"});
}

bool resolve(Console& console, CountPeriodTyped& typed) {
  if (typed.year.empty()) {
    if (!typed.from.empty() && !typed.until.empty()) return true;
    console.fail(Exit::usage,
                 {"期間がありません。--year 令和8年度 か、--from と --until の両方を書いてください",
                  "no period; write --year 2026, or both --from and --until"});
    return false;
  }
  const auto year = fiscal_year_from(typed.year);
  if (!year) {
    console.fail(Exit::usage,
                 {"年度ではありません。令和8年度 か 2026 のように書いてください",
                  "no fiscal year; write it as 2026 or R8"},
                 typed.year);
    return false;
  }
  typed.from = std::to_string(*year) + "-04-01";
  typed.until = std::to_string(*year + 1) + "-03-31";
  return true;
}

void warn_of_open_year(Console& console) {
  console.err << console.in_words(
                     {"注意: 年度が終わっていません。いま公表すると、あとの表との差から"
                      "伏せた数が分かることがあります。",
                      "note: the year is not over; published now, the difference to a later "
                      "table may give hidden counts back"})
              << '\n';
}

void warn_of_open_period(Console& console, const Answer& answer) {
  for (const auto period : answer.of("period")) {
    if (!period.find("over").boolean() && period.find("published").boolean())
      warn_of_open_year(console);
  }
}

}  // namespace hub::cli
