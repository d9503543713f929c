// Counts for the year's report. They are raw: only what PublishedTable makes of them may be shown.
#pragma once

#include <vector>

#include "hub/store/reader.hpp"

namespace hub::store {

enum class Counted {
  referrals,   ///< by the desk that is asked, in the month it was made
  cases,       ///< by the desk of the first referral, in the month the case was opened
  households,  ///< the same of a household's first case
};

struct MonthlyCount {
  std::string desk;  ///< empty: none was settled
  unsigned month = 1;
  std::int64_t count = 0;
};

/// `from` and the moment after the last. Months are Japan's.
std::vector<MonthlyCount> count_monthly(Reader& reader, Counted counted, base::UtcMillis from,
                                        base::UtcMillis until);

}  // namespace hub::store
