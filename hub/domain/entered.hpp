// What a municipality reports of a fiscal year and no record of the hub can tell: it is typed once
// a year, beside the figures that are counted (figure.hpp). None is about a person.
#pragma once

#include <span>
#include <string_view>

namespace hub::domain {

struct Entered {
  std::string_view name;         ///< `trainings`
  std::string_view requirement;  ///< `R-99`
  std::string_view title;        ///< Japanese
  std::string_view english;      ///< the title
  std::string_view definition;   ///< Japanese: what is typed, in which unit
};

std::span<const Entered> entered_figures() noexcept;
/// Null for an unknown name.
const Entered* find_entered(std::string_view name) noexcept;

}  // namespace hub::domain
