// The municipality's figures for a period (hub/domain/figure.hpp) by desk and part, for some or all
// desks; and for an officer of the municipality the cases behind one. A desk's field and area are
// those that its profile says, so both are ways to choose desks.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

using Day = std::chrono::year_month_day;

struct CountAsk {
  Day first;             ///< 2026-04-01
  Day last;              ///< 2027-03-31, inside
  std::string figure{};  ///< empty: all
  std::string desk{};    ///< each empty: any
  std::string field{};   ///< of the profile: kaigo …
  std::string area{};    ///< of the profile
  bool publish = false;  ///< small counts hidden; a whole fiscal year and all desks alone
};

/// A line `period`; for each figure a line `figure` with its whole and definition, `part` and
/// `desk` with theirs; and a line `uncounted` for each that can't be known.
base::Result<Shown> view_counts(store::Reader& reader, const Book& book, const CountAsk& ask,
                                base::UtcMillis now, const ViewSink& sink);

/// The cases of one figure by id. `forbidden` for who is no officer of the municipality, whose own
/// staff works on every case (case_party.hpp).
base::Result<Shown> view_counted_cases(store::Reader& reader, const Book& book, const CountAsk& ask,
                                       const std::string& asker, const ViewSink& sink);

}  // namespace hub::service
