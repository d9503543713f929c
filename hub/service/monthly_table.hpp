// Referrals, cases or households of a fiscal year by desk and month, as they may be published. One
// year is one table, always the same one, whoever prints it, so that no two tables with other
// borders can be subtracted from each other.
#pragma once

#include <string>
#include <vector>

#include "hub/domain/published_table.hpp"
#include "hub/store/statistics.hpp"

namespace hub::service {

struct MonthlyTable {
  std::vector<std::string> desks;  ///< its rows; "-": none was settled
  domain::PublishedTable table;    ///< its columns: April to March
};

base::Result<MonthlyTable> monthly_table(store::Reader& reader, store::Counted counted,
                                         int fiscal_year);

/// 2000 to 2200: any other was mistyped.
constexpr bool can_be_counted(int fiscal_year) noexcept {
  return fiscal_year >= 2000 && fiscal_year <= 2200;
}
/// The first moment of its April.
base::UtcMillis begin_of_fiscal_year(int fiscal_year);
/// Of its column: April is 4, March 3.
unsigned month_of_column(std::size_t column);

}  // namespace hub::service
