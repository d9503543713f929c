#include "hub/audit/erasure.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace hub::audit {
namespace {

constexpr std::string_view prefix = "audit/";

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

/// `audit/12-40`
std::optional<Range> range_in(std::string_view object) {
  if (!object.starts_with(prefix)) return std::nullopt;
  object.remove_prefix(prefix.size());
  const auto dash = object.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = number_in(object.substr(0, dash));
  const auto last = number_in(object.substr(dash + 1));
  if (!first || !last || *first > *last) return std::nullopt;
  return Range{*first, *last};
}

}  // namespace

Entry erasure_of(const std::vector<Range>& rows, std::string_view actor, std::string_view basis) {
  Entry entry;
  entry.actor = actor;
  entry.action = erased_action;
  entry.basis = basis;
  for (const Range& range : rows)
    entry.objects.push_back(std::string(prefix) + std::to_string(range.first) + "-" +
                            std::to_string(range.last));
  return entry;
}

std::vector<Range> erased_by(const Entry& entry) {
  std::vector<Range> rows;
  if (entry.action != erased_action) return rows;
  for (const std::string& object : entry.objects) {
    if (const auto range = range_in(object)) rows.push_back(*range);
  }
  return rows;
}

void Erasures::missing(std::int64_t seq) {
  if (!missing_.empty() && missing_.back().last + 1 == seq)
    missing_.back().last = seq;
  else
    missing_.push_back({seq, seq});
}

void Erasures::told(const std::vector<Range>& rows, std::int64_t by) {
  for (const Range& range : rows) {
    if (range.first < by) told_.push_back({range.first, std::min(range.last, by - 1)});
  }
}

std::optional<std::int64_t> Erasures::first_untold() const {
  std::vector<Range> told = told_;
  std::sort(told.begin(), told.end(),
            [](const Range& left, const Range& right) { return left.first < right.first; });
  auto next = told.begin();
  std::int64_t covered = 0;  // every row up to here that is missing from the current range on
  for (const Range& range : missing_) {
    covered = std::max(covered, range.first - 1);
    for (; next != told.end() && next->first <= covered + 1; ++next)
      covered = std::max(covered, next->last);
    if (covered < range.last) return covered + 1;
  }
  return std::nullopt;
}

}  // namespace hub::audit
