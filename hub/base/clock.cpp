#include "hub/base/clock.hpp"

#include <cstdio>

namespace hub::base {
namespace {

constexpr std::chrono::hours jst_offset{9};

std::string iso_day(std::chrono::year_month_day day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

}  // namespace

UtcMillis SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

OffsetClock::OffsetClock(UtcMillis start)
    : start_(start), began_(std::chrono::steady_clock::now()) {}

UtcMillis OffsetClock::now() const {
  return start_ +
         std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began_);
}

std::string rfc3339(UtcMillis at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{at - day};
  char text[24];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return iso_day(day) + text;
}

std::chrono::year_month_day jst_day(UtcMillis at) {
  return std::chrono::floor<std::chrono::days>(at + jst_offset);
}

std::string jst_date(UtcMillis at) {
  return iso_day(jst_day(at));
}

UtcMillis from_jst_day(std::chrono::year_month_day day) {
  return UtcMillis(std::chrono::sys_days(day)) - jst_offset;
}

}  // namespace hub::base
