// Looks at persons that an auditor asks about each month: outside of office hours, at somebody in
// whose matter nothing was done before or after, and at very many in one day. A flag is a question,
// no finding: whoever looked may have had to.
#pragma once

#include <string_view>
#include <vector>

#include "hub/service/view.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::service {

/// Persons whom one user looked at in one day, from which on it is asked why.
inline constexpr std::size_t many_persons = 30;

struct OddLook {
  std::int64_t seq = 0;
  base::UtcMillis at{};
  std::string actor;
  std::string action;
  base::PersonId person;
  std::vector<std::string_view> why;  ///< `out_of_hours`, `nothing_done`, `many_persons`
};

/// 8:00 to 19:00 from Monday to Friday in Japan; holidays are not known.
bool is_office_time(base::UtcMillis at);

/// Pure. `entries`: of the month, in order. A look is `nothing_done` where no other row than looks
/// is about its person.
std::vector<OddLook> odd_looks(const std::vector<store::LoggedEntry>& entries);

/// Of a month of Japan (`2026-04`): a line for each, then how many looks there were in all.
base::Result<Shown> view_odd_looks(store::Reader& reader, std::string_view month,
                                   const ViewSink& sink);

}  // namespace hub::service
