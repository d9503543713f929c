// `tsunagu normalize`: what the hub makes of one name, kana, date, address or number.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "hub/normalize/normalized.hpp"
#include "hub/normalize/tables.hpp"
#include "tsunagu/text/problem.hpp"

namespace hub::cli {

enum class Normalization { name, kana, date, address, number };

std::optional<Normalization> normalization_named(std::string_view word);

/// A key, or why there is none: the reader's Problem, or the first warning of an empty key.
tsunagu::text::Outcome<normalize::Normalized> normalized(Normalization what, std::string_view text,
                                                         const normalize::Tables& tables);

/// `{"input":…,"key":…,"warnings":[…]}` with `"weak":[…]` where there is any, or
/// `{"input":…,"error":…,"reason":…}`; the input is null where it is not UTF-8 or holds a NUL. A
/// date's key is ISO as far as it is known, a number's the integer.
std::string answer_to(Normalization what, std::string_view text, const normalize::Tables& tables);

/// One answer a line.
void answer_lines(Normalization what, const normalize::Tables& tables, std::istream& in,
                  std::ostream& out);

}  // namespace hub::cli
