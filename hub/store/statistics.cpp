#include "hub/store/statistics.hpp"

namespace hub::store {
namespace {

// Of a moment in milliseconds, in Japan.
#define TSUNAGU_MONTH(at) "CAST(strftime('%m', " at " / 1000, 'unixepoch', '+9 hours') AS INTEGER)"
#define TSUNAGU_CASES_OF(condition) \
  "SELECT coalesce((SELECT r.to_desk FROM referrals r WHERE r.case_id = c.id ORDER BY r.id "  \
  "LIMIT 1), '') AS desk, " TSUNAGU_MONTH("c.opened_at") " AS month, count(*) FROM cases c "  \
  "WHERE c.opened_at >= ? AND c.opened_at < ? " condition "GROUP BY desk, month"

Cursor counts_of(Reader& reader, Counted counted, base::UtcMillis from, base::UtcMillis until) {
  switch (counted) {
    case Counted::cases:
      return reader.query(TSUNAGU_CASES_OF(""), {from, until});
    case Counted::households:
      return reader.query(
          TSUNAGU_CASES_OF("AND c.household IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cases e "
                           "WHERE e.household = c.household AND e.id < c.id) "),
          {from, until});
    case Counted::referrals:
      break;
  }
  return reader.query(
      "SELECT to_desk, " TSUNAGU_MONTH("created_at") " AS month, count(*) FROM referrals "
      "WHERE created_at >= ? AND created_at < ? GROUP BY to_desk, month",
      {from, until});
}

}  // namespace

std::vector<MonthlyCount> count_monthly(Reader& reader, Counted counted, base::UtcMillis from,
                                        base::UtcMillis until) {
  std::vector<MonthlyCount> counts;
  Cursor rows = counts_of(reader, counted, from, until);
  while (rows.next())
    counts.push_back(
        {std::string(rows.text(0)), static_cast<unsigned>(rows.integer(1)), rows.integer(2)});
  return counts;
}

}  // namespace hub::store
