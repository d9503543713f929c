#include "hub/service/view_counts.hpp"

#include <cmath>

#include "hub/domain/entered.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/count_scope.hpp"
#include "hub/service/monthly_table.hpp"
#include "hub/service/officers.hpp"
#include "hub/store/entered_counts.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::Figure;
using domain::Measure;
using domain::Published;
using domain::PublishedCount;

/// The fiscal year that the period is, if it is one.
std::optional<int> fiscal_year_of(const CountAsk& ask) {
  const int year = static_cast<int>(ask.first.year());
  const bool whole =
      base::from_jst_day(ask.first) == begin_of_fiscal_year(year) &&
      base::from_jst_day(ask.last) + std::chrono::days(1) == begin_of_fiscal_year(year + 1);
  return whole ? std::optional(year) : std::nullopt;
}

void put_count(ViewLine& line, const PublishedCount& count) {
  if (count.shown)
    line.count("count", count.count);
  else
    line.flag("hidden", true);
}

void put_head(ViewLine& line, const Figure& figure) {
  line.code("figure", figure.name).text("title", figure.title).text("english", figure.english);
  line.code("requirement", figure.requirement).text("definition", figure.definition);
}

void put_table(const Figure& figure, const CountScope& scope, const CountTable& table,
               const ViewSink& sink) {
  ViewLine head("figure");
  put_head(head, figure);
  put_count(head, table.whole);
  head.to(sink);
  for (std::size_t at = 0; at < table.parts.size(); ++at) {
    if (table.parts[at].empty()) continue;
    ViewLine line("part");
    line.code("figure", figure.name).code("part", table.parts[at]);
    line.text("partName", scope.name_of(table.parts[at]));
    put_count(line, table.of_part[at]);
    line.to(sink);
  }
  for (std::size_t at = 0; at < table.desks.size(); ++at) {
    ViewLine line("desk");
    line.code("figure", figure.name).code("desk", table.desks[at]);
    line.text("deskName", scope.name_of(table.desks[at]));
    put_count(line, table.of_desk[at]);
    line.to(sink);
  }
}

/// As the one table of the year says it.
Result<CountTable> monthly(store::Reader& reader, const Figure& figure, int fiscal_year) {
  using domain::FigureCode;
  const auto counted = figure.code == FigureCode::referrals ? store::Counted::referrals
                       : figure.code == FigureCode::cases   ? store::Counted::cases
                                                            : store::Counted::households;
  const auto made = monthly_table(reader, counted, fiscal_year);
  if (!made) return made.error();
  CountTable table;
  table.desks = made->desks;
  for (std::size_t row = 0; row < table.desks.size(); ++row)
    table.of_desk.push_back(made->table.of_row(row));
  table.whole = made->table.whole();
  return table;
}

void put_median(store::Reader& reader, const Figure& figure, const CountScope& scope, bool publish,
                const ViewSink& sink) {
  constexpr double tenths = 10;
  const auto median = median_of(reader, figure, scope);
  ViewLine line("figure");
  put_head(line, figure);
  const bool small = publish && median.of > 0 && median.of < domain::smallest_published;
  if (small) {
    line.flag("hidden", true);
  } else {
    const auto rounded = static_cast<std::int64_t>(std::llround(median.days * tenths));
    line.count("of", median.of);
    if (median.of > 0)
      line.text("days", std::to_string(rounded / 10) + "." + std::to_string(rounded % 10));
  }
  line.to(sink);
}

Result<> put_figure(store::Reader& reader, const Figure& figure, const CountScope& scope,
                    const CountAsk& ask, const ViewSink& sink) {
  if (figure.measure == Measure::median) {
    put_median(reader, figure, scope, ask.publish, sink);
    return {};
  }
  if (ask.publish && figure.published == Published::never) return {};
  const auto table = ask.publish && figure.published == Published::by_month
                         ? monthly(reader, figure, static_cast<int>(ask.first.year()))
                         : count_table(reader, figure, scope, ask.publish);
  if (!table) return table.error();
  put_table(figure, scope, *table, sink);
  return {};
}

/// As staff typed them for the year; what nobody typed yet is not 0.
void put_entered(store::Reader& reader, int fiscal_year, const ViewSink& sink) {
  for (const auto& one : domain::entered_figures()) {
    const auto count = store::entered_count(reader, fiscal_year, one.name);
    ViewLine line(count ? "figure" : "uncounted");
    line.code("figure", one.name).text("title", one.title).text("english", one.english);
    line.code("requirement", one.requirement);
    if (count)
      line.text("definition", one.definition).count("count", *count);
    else
      line.text("reason", "この年度の数がまだ入力されていません(count enter)。");
    line.to(sink);
  }
}

void put_uncounted(const ViewSink& sink) {
  for (const auto& one : domain::uncounted()) {
    ViewLine line("uncounted");
    line.code("figure", one.name).text("title", one.title).text("english", one.english);
    line.code("requirement", one.requirement).text("reason", one.reason).to(sink);
  }
}

/// What would be another table than the year's, to be subtracted from it.
Result<> may_be_published(const CountAsk& ask) {
  if (!ask.publish) return {};
  if (!fiscal_year_of(ask))
    return fail(Kind::invalid, "/publish: only the counts of a whole fiscal year are published");
  if (!ask.desk.empty() || !ask.field.empty() || !ask.area.empty() || !ask.figure.empty())
    return fail(Kind::invalid, "/publish: only the whole table of all desks is published");
  return {};
}

Result<const Figure*> figure_in(const CountAsk& ask) {
  const auto* figure = domain::find_figure(ask.figure);
  if (figure == nullptr) return fail(Kind::invalid, "/figure: is none of `count list`");
  return figure;
}

}  // namespace

Result<Shown> view_counts(store::Reader& reader, const Book& book, const CountAsk& ask,
                          base::UtcMillis now, const ViewSink& sink) {
  const auto may = may_be_published(ask);
  if (!may) return may.error();
  const auto scope = CountScope::of(book, ask);
  if (!scope) return scope.error();
  const int year = static_cast<int>(ask.first.year());
  if (!can_be_counted(year)) return fail(Kind::invalid, "/from: is no year that can be counted");
  ViewLine head("period");
  head.text("from", scope->period().first).text("until", profile::text_of(ask.last));
  head.flag("over", now >= scope->period().until).flag("published", ask.publish);
  head.text("municipality", book.profile.municipality.name).time("at", now).to(sink);
  if (!ask.figure.empty()) {
    const auto figure = figure_in(ask);
    if (!figure) return figure.error();
    const auto put = put_figure(reader, **figure, *scope, ask, sink);
    if (!put) return put.error();
    return Shown{};
  }
  for (const auto& figure : domain::figures()) {
    const auto put = put_figure(reader, figure, *scope, ask, sink);
    if (!put) return put.error();
  }
  const bool all_desks = ask.desk.empty() && ask.field.empty() && ask.area.empty();
  if (const auto whole = fiscal_year_of(ask); whole && all_desks) put_entered(reader, *whole, sink);
  put_uncounted(sink);
  return Shown{};
}

Result<Shown> view_counted_cases(store::Reader& reader, const Book& book, const CountAsk& ask,
                                 const std::string& asker, const ViewSink& sink) {
  if (municipal_officer(book, asker) == nullptr)
    return fail(Kind::forbidden, "only the municipality's own officers see the cases of a count");
  const auto figure = figure_in(ask);
  if (!figure) return figure.error();
  const auto scope = CountScope::of(book, ask);
  if (!scope) return scope.error();
  Shown shown{{"figure/" + std::string((*figure)->name)}, {}};
  std::set<std::int64_t> seen;
  for (const auto& one : store::counted_cases(reader, (*figure)->code, scope->period())) {
    if (!scope->includes(scope->desk_of(one.desk)) || !seen.insert(one.row.value).second) continue;
    const auto about = store::read_case(reader, one.row);
    if (!about) continue;
    ViewLine line("case");
    line.id("case", about->id).code("state", about->status).code("desk", one.desk);
    line.time("openedAt", about->opened_at).to(sink);
    const auto entry = entry_of_case(reader, asker, "", "case/" + about->id.text(), one.row);
    shown.objects.push_back("case/" + about->id.text());
    shown.persons.insert(shown.persons.end(), entry.persons.begin(), entry.persons.end());
  }
  return shown;
}

}  // namespace hub::service
