// Everything in a profile has a time: desks change name, operator and mode (さくら市's
// 子育て世代包括 支援センター became こども家庭センター with 令和6年度).
#pragma once

#include <optional>

#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

/// Both days belong to it. No `from`: since before the plan; no `until`: still.
struct Period {
  std::optional<Day> from;
  std::optional<Day> until;
};

bool covers(const Period& period, Day day);
bool overlap(const Period& a, const Period& b);

/// `2024-04-01`, as configuration writes it.
std::string text_of(Day day);

}  // namespace hub::profile
