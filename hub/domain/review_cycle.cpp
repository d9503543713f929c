#include "hub/domain/review_cycle.hpp"

#include <charconv>

namespace hub::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int most = 366;  // of any unit: nobody plans further

sys_days months_after(sys_days day, int count) {
  const year_month_day date(day);
  const auto moved = date + std::chrono::months(count);
  if (moved.ok()) return moved;
  return year_month_day_last(moved.year(), std::chrono::month_day_last(moved.month()));
}

}  // namespace

std::optional<sys_days> one_cycle_after(sys_days day, std::string_view cycle) {
  if (cycle.size() < 3 || cycle.front() != 'P') return std::nullopt;
  int count = 0;
  const char* end = cycle.data() + cycle.size() - 1;
  const auto read = std::from_chars(cycle.data() + 1, end, count);
  if (read.ec != std::errc() || read.ptr != end || count < 1 || count > most) return std::nullopt;
  switch (cycle.back()) {
    case 'D':
      return day + days(count);
    case 'W':
      return day + days(7 * count);
    case 'M':
      return months_after(day, count);
    case 'Y':
      return months_after(day, 12 * count);
    default:
      return std::nullopt;
  }
}

}  // namespace hub::domain
