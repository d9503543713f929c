// Dates and numbers in the form that is compared.
#pragma once

#include <string_view>

#include "hub/normalize/normalized.hpp"
#include "tsunagu/text/date.hpp"
#include "tsunagu/text/problem.hpp"

namespace hub::normalize {

/// ISO 8601 as far as it is known: 1972-04-01, 1972-04, 1972.
tsunagu::text::Outcome<Normalized> date_key(std::string_view date,
                                            const tsunagu::text::DateRules& rules = {});

/// The integer that digits, kanji or a mixture of both stand for.
tsunagu::text::Outcome<Normalized> number_key(std::string_view number);

}  // namespace hub::normalize
