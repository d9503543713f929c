#include "hub/service/view_statistics.hpp"

#include "hub/service/monthly_table.hpp"

namespace hub::service {
namespace {

using domain::PublishedCount;
using store::Counted;

struct Measure {
  std::string_view name;
  Counted counted;
};
constexpr Measure measures[] = {{"referrals", Counted::referrals},
                                {"cases", Counted::cases},
                                {"households", Counted::households}};

/// Where `desk` is empty it is the sum of all, where `month` is 0 the sum of the year.
struct Where {
  std::string_view measure;
  std::string desk;
  std::string name;
  unsigned month = 0;
};

void put_count(const Where& where, const PublishedCount& count, const ViewSink& sink) {
  ViewLine line("count");
  line.code("measure", where.measure).code("desk", where.desk).text("deskName", where.name);
  if (where.month > 0) line.count("month", where.month);
  if (count.shown)
    line.count("count", count.count);
  else
    line.flag("hidden", true);
  line.to(sink);
}

std::string name_of(const profile::Profile& profile, const std::string& code) {
  const auto* desk = profile::find_desk(profile, code);
  return desk == nullptr ? code : profile::display_name(profile, *desk);
}

base::Result<> put_table(store::Reader& reader, const Book& book, const Measure& measure,
                         int fiscal_year, const ViewSink& sink) {
  const auto made = monthly_table(reader, measure.counted, fiscal_year);
  if (!made) return made.error();
  const auto& table = made->table;
  std::size_t row = 0;
  for (const auto& desk : made->desks) {
    const Where where{measure.name, desk, name_of(book.profile, desk)};
    for (std::size_t column = 0; column < table.columns(); ++column) {
      auto in_month = where;
      in_month.month = month_of_column(column);
      put_count(in_month, table.cell(row, column), sink);
    }
    put_count(where, table.of_row(row), sink);
    ++row;
  }
  for (std::size_t column = 0; column < table.columns(); ++column)
    put_count({measure.name, "", "", month_of_column(column)}, table.of_column(column), sink);
  put_count({measure.name, "", "", 0}, table.whole(), sink);
  return {};
}

}  // namespace

base::Result<Shown> view_statistics(store::Reader& reader, const Book& book, int fiscal_year,
                                    base::UtcMillis now, const ViewSink& sink) {
  if (!can_be_counted(fiscal_year))
    return base::fail(base::Kind::invalid, "/year: is no fiscal year, such as 2026");
  ViewLine head("year");
  head.count("year", fiscal_year).flag("over", now >= begin_of_fiscal_year(fiscal_year + 1));
  head.text("municipality", book.profile.municipality.name).to(sink);
  for (const auto& measure : measures) {
    const auto put = put_table(reader, book, measure, fiscal_year, sink);
    if (!put) return put.error();
  }
  return Shown{};
}

}  // namespace hub::service
