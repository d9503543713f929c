#include <chrono>

#include "tsunagu/json/check.hpp"

namespace tsunagu::json {
namespace {

/// The number that `text` spells in ASCII digits, or -1.
int digits_value(std::string_view text) noexcept {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

bool is_between(std::string_view digits, int least, int most) noexcept {
  const int value = digits_value(digits);
  return value >= least && value <= most;
}

bool is_offset(std::string_view text) noexcept {
  if (text == "Z") return true;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return false;
  return is_between(text.substr(1, 2), 0, 23) && is_between(text.substr(4, 2), 0, 59);
}

}  // namespace

bool is_day(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits_value(text.substr(0, 4));
  const int month = digits_value(text.substr(5, 2));
  const int day = digits_value(text.substr(8, 2));
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool is_time(std::string_view text) noexcept {
  return text.size() == 5 && text[2] == ':' && is_between(text.substr(0, 2), 0, 23) &&
         is_between(text.substr(3), 0, 59);
}

bool is_instant(std::string_view text) noexcept {
  if (text.size() < 20 || !is_day(text.substr(0, 10)) || text[10] != 'T') return false;
  if (!is_time(text.substr(11, 5)) || text[16] != ':') return false;
  if (!is_between(text.substr(17, 2), 0, 59)) return false;
  std::string_view rest = text.substr(19);
  if (rest.starts_with('.')) {
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (end == 1 || end == std::string_view::npos || end > 10) return false;
    rest.remove_prefix(end);
  }
  return is_offset(rest);
}

}  // namespace tsunagu::json
