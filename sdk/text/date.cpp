#include "tsunagu/text/date.hpp"

#include <algorithm>
#include <span>

#include "sdk/text/calendar.hpp"
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

/// What was written, before anything is checked. Western years have no era.
struct Written {
  Era era = Era::none;
  int year = 0;
  int month = 0;  // 0 or 99: unknown
  int day = 0;
  bool has_month = false;
  bool has_day = false;
  bool approximate = false;
  bool time = false;
};

bool is_unknown(int part) {
  return part == 0 || part == 99;
}

std::optional<Problem> check_year(const Written& written, int year) {
  if (written.era != Era::none && written.year == 0)
    return problem("date.year_zero", "元号に0年はありません");
  if (year < first_gregorian_year)
    return problem("date.before_1873", "明治5年以前は旧暦のため、換算しません");
  if (year > last_year) return problem("date.out_of_range", "年が範囲の外です");
  return std::nullopt;
}

void note_unknown(const Written& written, Date& date) {
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

Outcome<Date> build(const Written& written, const DateRules& rules) {
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

Written year_month_day(Era era, int year, int month_day) {
  return {.era = era,
          .year = year,
          .month = month_day / 100,
          .day = month_day % 100,
          .has_month = true,
          .has_day = true};
}

/// 5060401, 20240401, and 05060401 where the source writes two-digit era codes.
Outcome<Date> from_digits(const DateToken& token, const DateRules& rules) {
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

/// One date out of words, from the left: [era] year [month [day]] [頃|不詳] [time].
class Reader {
 public:
  explicit Reader(std::span<const DateToken> tokens) : tokens_(tokens) {}

  std::optional<Written> read() {
    written_.approximate = take(DateWord::about);
    if (at(DateWord::era)) written_.era = tokens_[at_++].era;
    if (!read_year() || !read_rest()) return std::nullopt;
    skip_weekday();
    if (take(DateWord::about)) written_.approximate = true;
    return read_time() && at_ == tokens_.size() ? std::optional(written_) : std::nullopt;
  }

 private:
  [[nodiscard]] bool at(DateWord word, std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].word == word;
  }

  bool take(DateWord word) {
    if (!at(word)) return false;
    ++at_;
    return true;
  }

  bool read_year() {
    if (written_.era != Era::none && take(DateWord::first_year)) {
      written_.year = 1;
      return true;
    }
    if (!at(DateWord::number)) return false;
    const auto& token = tokens_[at_++];
    written_.year = token.value;
    if (written_.era == Era::none) return token.digits == 4;
    if (token.digits == 6) return take_compact(token.value);
    return token.digits <= 3 && token.value < 1000;
  }

  /// R060401.
  bool take_compact(int value) {
    const bool about = written_.approximate;
    written_ = year_month_day(written_.era, value / 10'000, value % 10'000);
    written_.approximate = about;
    return true;
  }

  bool read_rest() {
    if (written_.has_day) return true;
    const bool marked = take(DateWord::year_mark);
    if (take_unknown()) return true;
    if (!marked && !at_separated_number()) return true;
    if (!marked) ++at_;
    if (!read_part(written_.month, written_.has_month)) return marked;
    const bool month_marked = take(DateWord::month_mark);
    if (take_unknown()) return true;
    if (!month_marked && !at_separated_number()) return true;
    if (!month_marked) ++at_;
    if (!read_part(written_.day, written_.has_day)) return month_marked;
    take(DateWord::day_mark);
    return true;
  }

  [[nodiscard]] bool at_separated_number() const {
    return at(DateWord::separator) && at(DateWord::number, 1);
  }

  bool read_part(int& part, bool& has) {
    if (!at(DateWord::number) || tokens_[at_].digits > 2) return false;
    part = tokens_[at_++].value;
    has = true;
    return true;
  }

  /// 月日不詳, 日不明: what is not known is not there.
  bool take_unknown() {
    std::size_t ahead = at(DateWord::month_mark) ? 1 : 0;
    if (at(DateWord::day_mark, ahead)) ++ahead;
    if (!at(DateWord::unknown, ahead)) return false;
    at_ += ahead + 1;
    return true;
  }

  /// (月): three tokens of which the middle may be a mark or a number.
  void skip_weekday() {
    if (written_.has_day && at(DateWord::other) && at(DateWord::other, 2)) at_ += 3;
  }

  /// 10:30 behind a space, or T10:30:00+09:00: any words that hold a colon.
  bool read_time() {
    if (at_ == tokens_.size()) return true;
    const bool begins = tokens_[at_].spaced || tokens_[at_].era == Era::taisho;
    const auto rest = tokens_.subspan(at_);
    const auto colon = std::find_if(rest.begin(), rest.end(), [](const DateToken& token) {
      return token.word == DateWord::time;
    });
    if (!written_.has_day || !begins || colon == rest.end()) return false;
    at_ = tokens_.size();
    written_.time = true;
    return true;
  }

  std::span<const DateToken> tokens_;
  std::size_t at_ = 0;
  Written written_;
};

}  // namespace

Outcome<Date> parse_date(std::string_view text, const DateRules& rules) {
  if (trim(text).empty()) return problem("date.empty", "日付が書かれていません");
  const auto tokens = date_tokens(text);
  if (tokens.size() == 1 && tokens[0].word == DateWord::number && tokens[0].digits >= 7)
    return from_digits(tokens[0], rules);
  const auto written = Reader(tokens).read();
  if (!written) return unreadable();
  return build(*written, rules);
}

}  // namespace tsunagu::text
