// A stretch of time, half open; days are days in Japan, so that what holds "until 3月31日" ends at
// 24:00 JST of that day.
#pragma once

#include <chrono>
#include <optional>

#include "hub/base/clock.hpp"

namespace hub::domain {

struct Period {
  std::optional<base::UtcMillis> from;   ///< nothing: since ever
  std::optional<base::UtcMillis> until;  ///< the first moment after; nothing: open

  [[nodiscard]] bool contains(base::UtcMillis at) const noexcept {
    return (!from || *from <= at) && (!until || at < *until);
  }
  [[nodiscard]] bool overlaps(const Period& other) const noexcept {
    return (!until || !other.from || *other.from < *until) &&
           (!other.until || !from || *from < *other.until);
  }
  friend bool operator==(const Period&, const Period&) = default;
};

/// 24:00 JST of that day.
inline base::UtcMillis end_of_jst_day(std::chrono::year_month_day day) {
  return base::from_jst_day(std::chrono::sys_days(day) + std::chrono::days(1));
}

/// From the beginning of the first to the end of the last day; either may be open.
inline Period period_of_days(std::optional<std::chrono::year_month_day> first,
                             std::optional<std::chrono::year_month_day> last) {
  Period period;
  if (first) period.from = base::from_jst_day(*first);
  if (last) period.until = end_of_jst_day(*last);
  return period;
}

}  // namespace hub::domain
