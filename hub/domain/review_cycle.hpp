// How often a plan is looked at, as ISO 8601 writes it: P14D, P2W, P3M, P1Y.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace hub::domain {

/// One period after `day`: of months and years the same day, or the month's last. Nothing for what
/// is no such period, or none at all.
std::optional<std::chrono::sys_days> one_cycle_after(std::chrono::sys_days day,
                                                     std::string_view cycle);

}  // namespace hub::domain
