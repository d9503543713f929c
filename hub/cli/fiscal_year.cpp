#include "hub/cli/fiscal_year.hpp"

#include <charconv>

#include "tsunagu/text/date.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::cli {
namespace {

bool drop_front(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

void drop_back(std::string_view& text, std::string_view what) {
  if (text.ends_with(what)) text.remove_suffix(what.size());
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && !text.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> fiscal_year_from(std::string_view typed) {
  constexpr int before_reiwa = 2018;
  constexpr int first = 2000;
  constexpr int last = 2200;
  const auto plain = tsunagu::text::ascii_width(typed);
  std::string_view left = plain;
  drop_back(left, "度");
  drop_back(left, "年");
  const bool reiwa = drop_front(left, "令和") || drop_front(left, "R") || drop_front(left, "r");
  const auto number = reiwa && left == "元" ? std::optional(1) : number_in(left);
  if (!number || *number <= 0 || *number > last) return std::nullopt;
  const int year = reiwa ? *number + before_reiwa : *number;
  return year >= first && year <= last ? std::optional(year) : std::nullopt;
}

std::string fiscal_year_in_words(int year) {
  const auto first = std::to_string(year) + "-05-01";  // 令和 began with May of 2019
  const auto era = day_in_era(first);
  return era.substr(0, era.find("年")) + "年度";
}

std::string day_in_era(std::string_view day) {
  const auto read = tsunagu::text::parse_date(day);
  return read && read->precision == tsunagu::text::Precision::day ? tsunagu::text::era_text(*read)
                                                                  : std::string(day);
}

std::string day_in_both(std::string_view day) {
  const auto era = day_in_era(day);
  return era == day ? std::string(day) : era + "（" + std::string(day) + "）";
}

}  // namespace hub::cli
