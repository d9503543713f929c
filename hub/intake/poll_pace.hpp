// When a poll asks next: at its regular time; after a failure sooner, and with each further failure
// in a row later; never before the moment that the server itself named.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>

#include "hub/base/clock.hpp"

namespace hub::intake {

/// Pure; one thread.
class PollPace {
 public:
  explicit PollPace(std::chrono::seconds every)
      : every_(std::max(every, std::chrono::seconds(1))) {}

  [[nodiscard]] bool due(base::Monotonic now) const { return !next_ || now >= *next_; }
  void answered(base::Monotonic now);
  /// `retry_after`: as the server sent it, in seconds (RFC 9110 10.2.3); a date is ignored.
  void failed(base::Monotonic now, std::string_view retry_after);

 private:
  std::chrono::seconds every_;
  int failures_ = 0;
  std::optional<base::Monotonic> next_;
};

}  // namespace hub::intake
