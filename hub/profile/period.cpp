#include "hub/profile/period.hpp"

#include <array>
#include <cstdio>

namespace hub::profile {

bool covers(const Period& period, Day day) {
  return (!period.from || *period.from <= day) && (!period.until || day <= *period.until);
}

bool overlap(const Period& a, const Period& b) {
  const bool a_ends_first = a.until && b.from && *a.until < *b.from;
  const bool b_ends_first = b.until && a.from && *b.until < *a.from;
  return !a_ends_first && !b_ends_first;
}

std::string text_of(Day day) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return out.data();
}

}  // namespace hub::profile
