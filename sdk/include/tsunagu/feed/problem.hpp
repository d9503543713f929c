// From the text layer's problems to those that an adapter reports: code and place, never the value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tsunagu/decode.hpp"
#include "tsunagu/text/problem.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace tsunagu::feed {

/// Where in a table: the line on which the row begins, and the column by name and number (from 1).
struct Place {
  std::uint64_t line = 0;
  std::string_view column = {};
  std::uint32_t column_number = 0;
};

inline Problem at(const Place& place, std::string_view code, std::string_view reason) {
  return {std::string(code), std::string(reason), place.line, std::string(place.column),
          place.column_number};
}

inline Problem at(const Place& place, const text::Problem& problem) {
  return at(place, problem.code, problem.text);
}

/// A problem of the whole file; where only the byte is known, the reason names it.
inline Problem of_file(const text::Problem& problem) {
  std::string reason = problem.text;
  if (problem.offset) reason += "（先頭から" + std::to_string(*problem.offset) + "バイト目）";
  return {problem.code,
          std::move(reason),
          problem.line.value_or(0),
          {},
          static_cast<std::uint32_t>(problem.column.value_or(0))};
}

/// A header or member that announces a number which no feed may bring (番号法20条,
/// 住民基本台帳法30条の37).
inline Problem refused_number(text::RefusedNumber number, const Place& place) {
  const bool mine = number == text::RefusedNumber::my_number;
  const std::string_view code = mine ? my_number_code : text::code_of(number);
  return at(place, code,
            std::string(text::name_of(number)) +
                "の列があります。取り込めません。この列を除いて出力し直してください");
}

}  // namespace tsunagu::feed
