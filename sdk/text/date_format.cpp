#include <array>
#include <cstdio>

#include "sdk/text/calendar.hpp"
#include "tsunagu/text/date.hpp"

namespace tsunagu::text {
namespace {

constexpr std::array<std::string_view, 6> era_names = {"", "明治", "大正", "昭和", "平成", "令和"};
constexpr std::string_view era_letters = "-MTSHR";

int year_of_era(const Date& date) {
  return date.year - span_of(era_of(date)).year_before;
}

std::string padded(const char* format, int value) {
  char text[16];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

}  // namespace

std::string Date::iso() const {
  auto text = padded("%04d", year);
  if (precision != Precision::year) text += padded("-%02d", month);
  if (precision == Precision::day) text += padded("-%02d", day);
  return text;
}

std::string era_text(const Date& date) {
  const int year = year_of_era(date);
  std::string text(era_names[static_cast<std::size_t>(era_of(date))]);
  text += year == 1 ? "元" : std::to_string(year);
  text += "年";
  if (date.precision != Precision::year) text += std::to_string(date.month) + "月";
  if (date.precision == Precision::day) text += std::to_string(date.day) + "日";
  return text;
}

std::string era_short(const Date& date) {
  std::string text(1, era_letters[static_cast<std::size_t>(era_of(date))]);
  text += std::to_string(year_of_era(date));
  if (date.precision != Precision::year) text += "." + std::to_string(date.month);
  if (date.precision == Precision::day) text += "." + std::to_string(date.day);
  return text;
}

std::string era_digits(const Date& date) {
  const int month = date.precision == Precision::year ? 0 : date.month;
  const int day = date.precision == Precision::day ? date.day : 0;
  return std::to_string(static_cast<int>(era_of(date))) + padded("%02d", year_of_era(date)) +
         padded("%02d", month) + padded("%02d", day);
}

std::string_view code_of(DateNote note) noexcept {
  switch (note) {
    case DateNote::past_era:
      return "date.past_era";
    case DateNote::before_era:
      return "date.before_era";
    case DateNote::approximate:
      return "date.approximate";
    case DateNote::unknown_day:
      return "date.unknown_day";
    case DateNote::unknown_month:
      return "date.unknown_month";
    case DateNote::artificial_day:
      return "date.artificial_day";
    case DateNote::time_dropped:
      return "date.time_dropped";
  }
  return "";
}

std::string_view text_of(DateNote note) noexcept {
  switch (note) {
    case DateNote::past_era:
      return "終わった元号のまま書かれています（計算で換算しました）";
    case DateNote::before_era:
      return "元号が始まる前の日付です（計算で換算しました）";
    case DateNote::approximate:
      return "おおよその日付です";
    case DateNote::unknown_day:
      return "日が分かりません";
    case DateNote::unknown_month:
      return "月が分かりません";
    case DateNote::artificial_day:
      return "日は提供元が置いた仮の値です";
    case DateNote::time_dropped:
      return "時刻は使いませんでした";
  }
  return "";
}

}  // namespace tsunagu::text
