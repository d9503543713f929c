// Two records that may be one person, side by side: what each says, how well they agree, and how
// much that weighs, in words.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// The lines `record`, `value` and `field` of `link explain`, as wide as running text is.
void write_side_by_side(Console& console, const Answer& answer);

/// How well they agree in one field, and what that says: "family name: the same (a rare value) says
/// strongly: one person (+9.1)". `weight` as the service writes it.
struct FieldWeight {
  std::string_view field;
  std::string_view level;
  std::string_view weight;
  bool rare = false;
};
std::string in_words(const Console& console, const FieldWeight& found);

}  // namespace hub::cli
