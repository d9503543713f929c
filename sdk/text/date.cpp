#include "tsunagu/text/date.hpp"

#include "sdk/text/calendar.hpp"
#include "sdk/text/date_reader.hpp"
#include "sdk/text/date_tokens.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

Problem problem(const char* code, const char* text) {
  return {.code = code, .text = text};
}

Problem unreadable() {
  return problem("date.unreadable", "日付として読めません（例: R6.4.1、令和6年4月1日、2024/4/1）");
}

Problem unknown() {
  return problem("date.unknown", "日付が分からないと書かれています");
}

bool is_unknown(int part) {
  return part == 0 || part == 99;
}

/// 9999-99-99, 昭和99年99月99日 (GIF), 0000-00-00: nothing is known.
bool says_nothing(const WrittenDate& written) {
  if (!written.has_month || !written.has_day || written.month != written.day) return false;
  if (written.month == 0) return written.era == Era::none && written.year == 0;
  return written.month == 99 && (written.year == 99 || written.year == 9999);
}

std::optional<Problem> check_year(const WrittenDate& written, int year) {
  if (written.era != Era::none && written.year == 0)
    return problem("date.year_zero", "元号に0年はありません");
  if (year < first_gregorian_year)
    return problem("date.before_1873", "明治5年以前は旧暦のため、換算しません");
  if (year > last_year) return problem("date.out_of_range", "年が範囲の外です");
  return std::nullopt;
}

void note_unknown(const WrittenDate& written, Date& date) {
  if (written.has_month && date.month == 0) date.notes.push_back(DateNote::unknown_month);
  if (written.has_day && date.day == 0) date.notes.push_back(DateNote::unknown_day);
  if (written.approximate) date.notes.push_back(DateNote::approximate);
  if (written.time) date.notes.push_back(DateNote::time_dropped);
}

void mark_artificial(Date& date, const DateRules& rules) {
  if (rules.artificial_day == 0 || date.precision != Precision::day ||
      date.day != rules.artificial_day)
    return;
  date.precision = Precision::month;
  date.artificial = true;
  date.notes.push_back(DateNote::artificial_day);
}

void note_era(Era era, Date& date) {
  if (era == Era::none) return;
  const int side = side_of(date, era);
  if (side != 0) date.notes.push_back(side < 0 ? DateNote::before_era : DateNote::past_era);
}

Outcome<Date> build(const WrittenDate& written, const DateRules& rules) {
  if (says_nothing(written)) return unknown();
  Date date;
  date.year = span_of(written.era).year_before + written.year;
  if (auto wrong = check_year(written, date.year)) return *wrong;
  if (written.has_month && !is_unknown(written.month)) date.month = written.month;
  if (date.month > 12) return problem("date.no_such_month", "月が1から12の外です");
  if (written.has_day && date.month != 0 && !is_unknown(written.day)) date.day = written.day;
  if (date.day > days_in_month(date.year, date.month) && date.day != 0)
    return problem("date.no_such_day", "その月にない日です");
  date.precision = date.day != 0     ? Precision::day
                   : date.month != 0 ? Precision::month
                                     : Precision::year;
  note_unknown(written, date);
  note_era(written.era, date);
  mark_artificial(date, rules);
  return date;
}

/// 5060401, 20240401, and 05060401 where the source writes two-digit era codes.
Outcome<Date> from_digits(const DateToken& token, const DateRules& rules) {
  if (token.digits == 7 && token.value == 9'999'999) return unknown();
  const int front = token.value / 1'000'000;
  const int below = token.value % 1'000'000;
  const bool two_digit = token.digits == 8 && front < 10 && rules.two_digit_eras;
  if (token.digits == 7 || two_digit) {
    const auto era = rules.era_digits[static_cast<std::size_t>(front)];
    if (era == Era::none)
      return problem("date.unknown_era_code", "この提供元では使わない元号コードです");
    return build(year_month_day(era, below / 10'000, below % 10'000), rules);
  }
  if (token.digits != 8) return unreadable();
  return build(year_month_day(Era::none, token.value / 10'000, token.value % 10'000), rules);
}

}  // namespace

Outcome<Date> parse_date(std::string_view text, const DateRules& rules) {
  if (trim(text).empty()) return problem("date.empty", "日付が書かれていません");
  const auto tokens = date_tokens(text);
  if (tokens.size() == 1 && tokens[0].word == DateWord::number && tokens[0].digits >= 7)
    return from_digits(tokens[0], rules);
  const auto written = read_written_date(text, tokens, rules.order);
  if (!written) return unreadable();
  return build(*written, rules);
}

}  // namespace tsunagu::text
