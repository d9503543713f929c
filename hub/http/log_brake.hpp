// One line a second of a kind that strangers can cause at will; the next line tells how many went
// without.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace hub::http {

/// One thread.
class LogBrake {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// How many were kept back since the last line; nothing: this one is kept back too.
  std::optional<std::int64_t> release(Time now) {
    if (next_ && now < *next_) {
      ++kept_back_;
      return std::nullopt;
    }
    next_ = now + std::chrono::seconds(1);
    return std::exchange(kept_back_, 0);
  }

 private:
  std::optional<Time> next_;
  std::int64_t kept_back_ = 0;
};

}  // namespace hub::http
