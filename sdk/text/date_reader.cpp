#include "sdk/text/date_reader.hpp"

#include <algorithm>

#include "sdk/text/calendar.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

/// One date out of words, from the left: [era] year [(year)] [month [day]] [頃|不詳] [生] [time];
/// in another order than ours, three figures stand in the place of its beginning.
class Reader {
 public:
  explicit Reader(std::span<const DateToken> tokens, DateOrder order = DateOrder::year_month_day)
      : tokens_(tokens), order_(order) {}

  std::optional<WrittenDate> read() {
    written_.approximate = take(DateWord::about);
    if (!read_year_last()) {
      read_era();
      if (!read_year() || !read_other_calendar() || !read_rest()) return std::nullopt;
    }
    skip_weekday();
    while (take(DateWord::about))
      written_.approximate = true;
    take(DateWord::born);
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

  /// 4/1/2024.
  bool read_year_last() {
    const auto figure = [this](std::size_t ahead, int fewest, int most) {
      return at(DateWord::number, ahead) && tokens_[at_ + ahead].digits >= fewest &&
             tokens_[at_ + ahead].digits <= most;
    };
    if (order_ == DateOrder::year_month_day || !figure(0, 1, 2) || !at(DateWord::separator, 1) ||
        !figure(2, 1, 2) || !at(DateWord::separator, 3) || !figure(4, 4, 4))
      return false;
    const bool month_first = order_ == DateOrder::month_day_year;
    written_.month = tokens_[at_ + (month_first ? 0U : 2U)].value;
    written_.day = tokens_[at_ + (month_first ? 2U : 0U)].value;
    written_.year = tokens_[at_ + 4].value;
    written_.has_month = written_.has_day = true;
    at_ += 5;
    return true;
  }

  /// 昭和, S, or S. with a full stop.
  void read_era() {
    if (take(DateWord::western) || !at(DateWord::era)) return;
    written_.era = tokens_[at_++].era;
    if (at_separated_number()) ++at_;
  }

  bool read_year() {
    if (written_.era != Era::none && take(DateWord::first_year)) {
      written_.year = 1;
      return true;
    }
    if (!at(DateWord::number)) return false;
    const auto& token = tokens_[at_++];
    written_.year = token.value;
    if (written_.era == Era::none)
      return token.digits == 4 || (token.digits == 0 && token.value > 999);
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

  /// 昭和47年(1972年)4月1日, 1972(昭和47)年: false where the two years differ.
  bool read_other_calendar() {
    const auto year_mark = at(DateWord::year_mark) ? 1U : 0U;
    const auto inside = at_ + year_mark + 1;
    if (written_.has_day || !at(DateWord::open, year_mark)) return true;
    std::size_t end = inside;
    while (end < tokens_.size() && tokens_[end].word != DateWord::close)
      ++end;
    Reader other(tokens_.subspan(inside, end - inside));
    other.read_era();
    if (!other.read_year() || end == tokens_.size()) return false;
    other.take(DateWord::year_mark);
    const auto same = [](const WrittenDate& a, const WrittenDate& b) {
      return span_of(a.era).year_before + a.year == span_of(b.era).year_before + b.year;
    };
    if (other.at_ != other.tokens_.size() || !same(written_, other.written_)) return false;
    at_ = end + 1;
    marked_ = year_mark != 0;
    return true;
  }

  bool read_rest() {
    if (written_.has_day) return true;
    const bool marked = take(DateWord::year_mark) || marked_;
    if (take_unknown()) return true;
    if (!marked && !at_next_number()) return true;
    if (!marked) take(DateWord::separator);
    if (!read_part(written_.month, written_.has_month)) return marked;
    const bool month_marked = take(DateWord::month_mark);
    if (take_unknown()) return true;
    if (!month_marked && !at_next_number()) return true;
    if (!month_marked) take(DateWord::separator);
    if (!read_part(written_.day, written_.has_day)) return month_marked;
    take(DateWord::day_mark);
    return true;
  }

  [[nodiscard]] bool at_separated_number() const {
    return at(DateWord::separator) && at(DateWord::number, 1);
  }

  /// Behind a separator, or behind a space alone (R6 4 1).
  [[nodiscard]] bool at_next_number() const {
    return at_separated_number() || (at(DateWord::number) && tokens_[at_].spaced);
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
    take(DateWord::day_mark);
    return true;
  }

  /// (月): three tokens of which the middle may be a mark or a number.
  void skip_weekday() {
    if (written_.has_day && at(DateWord::open) && at(DateWord::close, 2)) at_ += 3;
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
  DateOrder order_;
  std::size_t at_ = 0;
  bool marked_ = false;  ///< 年 stood before the bracket
  WrittenDate written_;
};

}  // namespace

WrittenDate year_month_day(Era era, int year, int month_day) {
  return {.era = era,
          .year = year,
          .month = month_day / 100,
          .day = month_day % 100,
          .has_month = true,
          .has_day = true};
}

// A text that is set wide (昭　和　４７　年) is read without its spaces.
std::optional<WrittenDate> read_written_date(std::string_view text,
                                             std::span<const DateToken> tokens, DateOrder order) {
  if (auto written = Reader(tokens, order).read()) return written;
  const auto close = date_tokens(without_spaces(text));
  const bool marked = std::any_of(close.begin(), close.end(), [](const DateToken& token) {
    return token.word == DateWord::year_mark;
  });
  return marked ? Reader(close).read() : std::nullopt;
}

}  // namespace tsunagu::text
