// Time is passed in: UTC for storage, monotonic for waiting, JST (UTC+9, no summer time) at the
// edges.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace hub::base {

/// Milliseconds since 1970-01-01T00:00:00Z.
using UtcMillis = std::chrono::sys_time<std::chrono::milliseconds>;
using Monotonic = std::chrono::steady_clock::time_point;

class Clock {
 public:
  virtual ~Clock() = default;
  /// Wall clock. Any thread.
  [[nodiscard]] virtual UtcMillis now() const = 0;
  /// For deadlines only. Any thread.
  [[nodiscard]] virtual Monotonic steady() const { return std::chrono::steady_clock::now(); }
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] UtcMillis now() const override;
};

/// Starts at a given instant and then runs with the machine: what a demonstration uses, so that its
/// eras, ages and periods come out the same on every day.
class OffsetClock final : public Clock {
 public:
  explicit OffsetClock(UtcMillis start);
  [[nodiscard]] UtcMillis now() const override;

 private:
  UtcMillis start_;
  Monotonic began_;
};

/// Stands still until told otherwise: what tests use. Not for use from several threads at once.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(UtcMillis at) : at_(at) {}
  [[nodiscard]] UtcMillis now() const override { return at_; }
  [[nodiscard]] Monotonic steady() const override { return Monotonic(at_.time_since_epoch()); }
  void advance(std::chrono::milliseconds by) { at_ += by; }
  void set(UtcMillis at) { at_ = at; }

 private:
  UtcMillis at_;
};

inline UtcMillis utc_from_millis(std::int64_t millis) {
  return UtcMillis(std::chrono::milliseconds(millis));
}
inline std::int64_t millis_of(UtcMillis at) {
  return at.time_since_epoch().count();
}

/// RFC 3339 with milliseconds, `2026-04-10T00:00:00.000Z`.
std::string rfc3339(UtcMillis at);
/// The calendar day in Japan, `2026-04-10`.
std::string jst_date(UtcMillis at);
/// The calendar day in Japan.
std::chrono::year_month_day jst_day(UtcMillis at);
/// Midnight in Japan at the beginning of that day.
UtcMillis from_jst_day(std::chrono::year_month_day day);

}  // namespace hub::base
