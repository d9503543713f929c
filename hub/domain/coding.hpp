// What records of several kinds hold: a source's own code, a stretch of days, a member of staff.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace hub::domain {

/// A source's own code and word (FHIR Coding).
struct Coding {
  std::string system;
  std::string code;
  std::string text;
  friend bool operator==(const Coding&, const Coding&) = default;
};

/// As a sheet gives it: days where they could be read, and the words beside them.
struct WrittenPeriod {
  std::optional<std::chrono::year_month_day> from;
  std::optional<std::chrono::year_month_day> until;
  std::string text;
  friend bool operator==(const WrittenPeriod&, const WrittenPeriod&) = default;
};

/// 担当者
struct Staff {
  std::string name;
  std::string agency;
  friend bool operator==(const Staff&, const Staff&) = default;
};

}  // namespace hub::domain
