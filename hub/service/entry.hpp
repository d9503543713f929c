// The beginning of every row of the log: who did what to what.
#pragma once

#include <string>
#include <string_view>

#include "hub/audit/entry.hpp"

namespace hub::service {

inline constexpr std::string_view system_actor = "system";

/// `object`: `arrival/<id>`, `referral/<id>`. `rule`: why, where there is a code for it.
inline audit::Entry entry_of(std::string_view actor, std::string_view action, std::string object,
                             std::string_view rule = {}) {
  audit::Entry entry;
  entry.actor = actor;
  entry.action = action;
  entry.objects = {std::move(object)};
  entry.rule = rule;
  return entry;
}

}  // namespace hub::service
