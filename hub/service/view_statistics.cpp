#include "hub/service/view_statistics.hpp"

#include <array>
#include <map>

#include "hub/domain/published_table.hpp"
#include "hub/store/statistics.hpp"

namespace hub::service {
namespace {

using domain::PublishedCount;
using domain::PublishedTable;
using store::Counted;

constexpr std::size_t months = 12;
constexpr unsigned first_month = 4;
constexpr int first_year = 2000;
constexpr int last_year = 2200;

struct Measure {
  std::string_view name;
  Counted counted;
};
constexpr Measure measures[] = {{"referrals", Counted::referrals},
                                {"cases", Counted::cases},
                                {"households", Counted::households}};

base::UtcMillis begin_of(int fiscal_year) {
  return base::from_jst_day(
      {std::chrono::year(fiscal_year), std::chrono::month(first_month), std::chrono::day(1)});
}

std::size_t column_of(unsigned month) {
  return (month + months - first_month) % months;
}

/// April is 4, March 3.
unsigned month_of(std::size_t column) {
  return static_cast<unsigned>((column + first_month - 1) % months + 1);
}

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
  std::map<std::string, std::vector<std::int64_t>> by_desk;
  for (const auto& one : store::count_monthly(reader, measure.counted, begin_of(fiscal_year),
                                              begin_of(fiscal_year + 1))) {
    auto& row = by_desk.try_emplace(one.desk.empty() ? "-" : one.desk, months).first->second;
    row.at(column_of(one.month)) += one.count;
  }
  std::vector<std::vector<std::int64_t>> counts;
  counts.reserve(by_desk.size());
  for (const auto& [desk, row] : by_desk)
    counts.push_back(row);
  const auto table = PublishedTable::of(counts);
  if (!table) return table.error();
  std::size_t row = 0;
  for (const auto& [desk, unused] : by_desk) {
    const Where where{measure.name, desk, name_of(book.profile, desk)};
    for (std::size_t column = 0; column < months; ++column) {
      auto in_month = where;
      in_month.month = month_of(column);
      put_count(in_month, table->cell(row, column), sink);
    }
    put_count(where, table->of_row(row), sink);
    ++row;
  }
  for (std::size_t column = 0; column < table->columns(); ++column)
    put_count({measure.name, "", "", month_of(column)}, table->of_column(column), sink);
  put_count({measure.name, "", "", 0}, table->whole(), sink);
  return {};
}

}  // namespace

base::Result<Shown> view_statistics(store::Reader& reader, const Book& book, int fiscal_year,
                                    base::UtcMillis now, const ViewSink& sink) {
  if (fiscal_year < first_year || fiscal_year > last_year)
    return base::fail(base::Kind::invalid, "/year: is no fiscal year, such as 2026");
  ViewLine head("year");
  head.count("year", fiscal_year).flag("over", now >= begin_of(fiscal_year + 1));
  head.text("municipality", book.profile.municipality.name).to(sink);
  for (const auto& measure : measures) {
    const auto put = put_table(reader, book, measure, fiscal_year, sink);
    if (!put) return put.error();
  }
  return Shown{};
}

}  // namespace hub::service
