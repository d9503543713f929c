// A number of a fiscal year that no record tells is typed by an officer of the municipality; who
// did is in the log.
#pragma once

#include <cstdint>
#include <string>

#include "hub/service/context.hpp"

namespace hub::service {

struct EnteredWish {
  int year = 0;  ///< its first: 2026 for 令和8年度
  std::string name;
  std::int64_t count = 0;
};

/// What was entered before for the year is replaced, and kept.
base::Result<> enter_count(Context& context, const EnteredWish& wish, const std::string& asker);

}  // namespace hub::service
