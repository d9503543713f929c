// The queries behind hub/domain/figure.hpp, one a figure: raw numbers. Published may be only what
// PublishedTable makes of them.
#pragma once

#include <string>
#include <vector>

#include "hub/domain/figure.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {

/// In milliseconds and, for what has a day, in Japan's days; `until` and `after` stand outside.
struct CountPeriod {
  base::UtcMillis from{};
  base::UtcMillis until{};
  std::string first;  ///< 2026-04-01
  std::string after;  ///< 2027-04-01
};

/// How often something happened at a desk.
struct PartCount {
  std::string desk;  ///< a code of the profile, or `source/<code>`; empty: none
  std::string part;  ///< a code; empty: the figure has no parts
  std::int64_t count = 0;
};
/// One span of days.
struct DaysTaken {
  std::string desk;
  double days = 0;
};
struct CountedCase {
  CaseRow row;
  std::string desk;
};

/// Of `events` and `stock`.
std::vector<PartCount> count_parts(Reader& reader, domain::FigureCode figure,
                                   const CountPeriod& period);
/// Of `median`.
std::vector<DaysTaken> days_taken(Reader& reader, domain::FigureCode figure,
                                  const CountPeriod& period);
/// Whose cases they were, each case once a desk; none of what belongs to no case.
std::vector<CountedCase> counted_cases(Reader& reader, domain::FigureCode figure,
                                       const CountPeriod& period);

}  // namespace hub::store
