// The words of a date put into their places, before anything is checked.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sdk/text/date_tokens.hpp"

namespace tsunagu::text {

/// What was written, before anything is checked. Western years have no era.
struct WrittenDate {
  Era era = Era::none;
  int year = 0;
  int month = 0;  // 0 or 99: unknown
  int day = 0;
  bool has_month = false;
  bool has_day = false;
  bool approximate = false;
  bool time = false;
};

WrittenDate year_month_day(Era era, int year, int month_day);

/// Nothing where the words are no date. `tokens` are those of `text`.
std::optional<WrittenDate> read_written_date(std::string_view text,
                                             std::span<const DateToken> tokens, DateOrder order);

}  // namespace tsunagu::text
