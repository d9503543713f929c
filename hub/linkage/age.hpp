// How old somebody is on a day, as far as birthdays of any precision tell it.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "hub/domain/partial_date.hpp"
#include "hub/domain/predicate.hpp"

namespace hub::linkage {

/// The first and the last day that a birthday may mean. One put there by a rule (LIFE's 15th) tells
/// the month only.
struct BirthSpan {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
};

BirthSpan span_of(const domain::PartialDate& born);
/// What all of them agree on; where they don't, everything that any of them says.
std::optional<BirthSpan> agreed(std::span<const domain::PartialDate> born);

/// Years that are full on that day; none before birth.
domain::WholeRange age_on(const BirthSpan& born, std::chrono::year_month_day day);
/// By how many full years the one is younger than the other; 0 for who is not.
domain::WholeRange years_younger(const BirthSpan& one, const BirthSpan& other);

}  // namespace hub::linkage
