#include "hub/linkage/age.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// 29 February counts from 1 March in a common year.
std::int64_t full_years(sys_days from, sys_days until) {
  const year_month_day one(from);
  const year_month_day other(until);
  const auto years = static_cast<int>(other.year()) - static_cast<int>(one.year());
  const bool reached = std::pair(other.month(), other.day()) >= std::pair(one.month(), one.day());
  return std::max(0, reached ? years : years - 1);
}

}  // namespace

BirthSpan span_of(const domain::PartialDate& born) {
  const auto year = born.date.year();
  if (born.precision == domain::Precision::year)
    return {sys_days(year / 1 / 1), sys_days(year / 12 / 31)};
  const auto month = year / born.date.month();
  if (born.precision == domain::Precision::month || born.artificial)
    return {sys_days(month / 1), sys_days(month / std::chrono::last)};
  return {sys_days(born.date), sys_days(born.date)};
}

std::optional<BirthSpan> agreed(std::span<const domain::PartialDate> born) {
  if (born.empty()) return std::nullopt;
  BirthSpan both = span_of(born.front());
  BirthSpan either = both;
  for (const auto& one : born.subspan(1)) {
    const auto span = span_of(one);
    both = {std::max(both.first, span.first), std::min(both.last, span.last)};
    either = {std::min(either.first, span.first), std::max(either.last, span.last)};
  }
  return both.first <= both.last ? both : either;
}

domain::WholeRange age_on(const BirthSpan& born, year_month_day day) {
  const sys_days on(day);
  return {full_years(born.last, on), full_years(born.first, on)};
}

domain::WholeRange years_younger(const BirthSpan& one, const BirthSpan& other) {
  return {full_years(other.last, one.first), full_years(other.first, one.last)};
}

}  // namespace hub::linkage
