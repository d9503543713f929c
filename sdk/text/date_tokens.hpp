// The words of a date: numbers, eras, 年月日 and what stands between.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tsunagu/text/date.hpp"

namespace tsunagu::text {

enum class DateWord : std::uint8_t {
  number,
  era,
  western,     // 西暦
  first_year,  // 元
  separator,   // / . - ・
  year_mark,
  month_mark,
  day_mark,
  about,    // 頃
  unknown,  // 不詳
  born,     // 生, 生まれ: says nothing about the date
  time,     // T or the rest behind a space, with a colon in it
  open,     // ( before a weekday or the year in the other calendar
  close,
  other,
};

struct DateToken {
  DateWord word = DateWord::other;
  Era era = Era::none;
  int value = 0;
  int digits = 0;       ///< how many were written; 0 for kanji with units (三十)
  bool spaced = false;  ///< a space stands before it
};

/// At most 32 tokens; a longer text yields one `other` at its end.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace tsunagu::text
