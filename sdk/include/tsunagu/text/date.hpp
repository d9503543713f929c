// Dates as field systems write them: era codes, 元号, Western, kanji digits, unknown parts.
// Internally ISO 8601; eras only where dates come in and are shown (GIF DS-441).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

/// `none` is a digit that the source does not use.
enum class Era : std::uint8_t { none, meiji, taisho, showa, heisei, reiwa };

enum class Precision : std::uint8_t { day, month, year };

/// What the date says beside its value; `code_of` gives the code of a record's warning.
enum class DateNote : std::uint8_t {
  past_era,        ///< 昭和64年1月8日: the era had ended; converted arithmetically
  before_era,      ///< 令和元年1月1日: the era had not begun; converted arithmetically
  approximate,     ///< 昭和15年頃
  unknown_day,     ///< day 00 or 99, or 日不詳
  unknown_month,   ///< month 00 or 99
  artificial_day,  ///< the day is the source's stand-in, not the person's (LIFE: always 15)
  time_dropped,    ///< 2024/4/1 10:30
};

std::string_view code_of(DateNote note) noexcept;  ///< "date.past_era"
std::string_view text_of(DateNote note) noexcept;  ///< Japanese, for the officer

/// Which part of a date of figures alone comes first.
enum class DateOrder : std::uint8_t { year_month_day, month_day_year, day_month_year };

/// The habits of one source. The era digit is per source: 1 明治 … 5 令和 in most, but 1 大正
/// 2 昭和 3 平成 on the 生活困窮 form.
struct DateRules {
  std::array<Era, 10> era_digits = {Era::none,  Era::meiji, Era::taisho, Era::showa, Era::heisei,
                                    Era::reiwa, Era::none,  Era::none,   Era::none,  Era::none};
  /// LIFE writes this day for everyone; 0 = the source writes true days.
  int artificial_day = 0;
  /// 中間標準レイアウト: eight digits with a two-digit era code in front.
  bool two_digit_eras = false;
  /// 4/1/2024: three figures of which the last is a year of four digits. What begins with its year
  /// is read in every order.
  DateOrder order = DateOrder::year_month_day;
};

struct Date {
  int year = 0;
  int month = 0;  ///< 0 where unknown
  int day = 0;    ///< 0 where unknown
  Precision precision = Precision::day;
  bool artificial = false;
  std::vector<DateNote> notes{};

  /// "1972-04-01", "1972-04" or "1972", as far as it is known.
  [[nodiscard]] std::string iso() const;
};

/// Problems: date.empty, date.unknown (99年99月99日), date.unreadable, date.no_such_month,
/// date.no_such_day, date.year_zero, date.before_1873 (明治5年 and older follow the lunar
/// calendar), date.unknown_era_code, date.out_of_range.
Outcome<Date> parse_date(std::string_view text, const DateRules& rules = {});

bool is_leap_year(int year) noexcept;
int days_in_month(int year, int month) noexcept;

/// The era in which that day lies; a date without day or month counts from the period's last day.
Era era_of(const Date& date) noexcept;

std::string era_text(const Date& date);    ///< 令和6年4月1日, 昭和15年; 元年 for year 1
std::string era_short(const Date& date);   ///< R6.4.1
std::string era_digits(const Date& date);  ///< 5060401; unknown month or day 00

}  // namespace tsunagu::text
