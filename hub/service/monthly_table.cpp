#include "hub/service/monthly_table.hpp"

#include <map>

namespace hub::service {
namespace {

constexpr std::size_t months = 12;
constexpr unsigned first_month = 4;

std::size_t column_of(unsigned month) {
  return (month + months - first_month) % months;
}

}  // namespace

base::UtcMillis begin_of_fiscal_year(int fiscal_year) {
  return base::from_jst_day(
      {std::chrono::year(fiscal_year), std::chrono::month(first_month), std::chrono::day(1)});
}

unsigned month_of_column(std::size_t column) {
  return static_cast<unsigned>((column + first_month - 1) % months + 1);
}

base::Result<MonthlyTable> monthly_table(store::Reader& reader, store::Counted counted,
                                         int fiscal_year) {
  std::map<std::string, std::vector<std::int64_t>> by_desk;
  for (const auto& one : store::count_monthly(reader, counted, begin_of_fiscal_year(fiscal_year),
                                              begin_of_fiscal_year(fiscal_year + 1))) {
    auto& row = by_desk.try_emplace(one.desk.empty() ? "-" : one.desk, months).first->second;
    row.at(column_of(one.month)) += one.count;
  }
  std::vector<std::string> desks;
  std::vector<std::vector<std::int64_t>> counts;
  for (auto& [desk, row] : by_desk) {
    desks.push_back(desk);
    counts.push_back(std::move(row));
  }
  auto table = domain::PublishedTable::of(counts);
  if (!table) return table.error();
  return MonthlyTable{std::move(desks), std::move(*table)};
}

}  // namespace hub::service
