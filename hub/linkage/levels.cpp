#include "hub/linkage/levels.hpp"

#include <span>

namespace hub::linkage {
namespace {

constexpr std::string_view name_levels[] = {
    "missing",    "same",          "variant",     "read_same_only", "spelled_only",
    "read_same",  "spelled_close", "spelled_far", "voiced",         "close",
    "both_close", "similar",       "far"};
constexpr std::string_view birth_levels[] = {"missing",      "same",      "month",    "year",
                                             "swapped",      "slip",      "era",      "month_day",
                                             "two_of_three", "same_year", "different"};
constexpr std::string_view sex_levels[] = {"missing", "same", "different"};
constexpr std::string_view address_levels[] = {"missing",    "room",        "house", "house_open",
                                               "other_room", "near_number", "town",  "elsewhere"};

std::span<const std::string_view> words_of(Field field) noexcept {
  switch (field) {
    case Field::family:
    case Field::given:
      return name_levels;
    case Field::birth:
      return birth_levels;
    case Field::address:
      return address_levels;
    case Field::sex:
    case Field::phone:
      return sex_levels;
  }
  return {};
}

}  // namespace

std::string_view name_of(Field field) noexcept {
  constexpr std::string_view words[] = {"family", "given", "birth", "sex", "address", "phone"};
  return words[slot(field)];
}

std::string_view level_name(Field field, std::size_t level) noexcept {
  const auto words = words_of(field);
  return level < words.size() ? words[level] : std::string_view{};
}

std::size_t level_count(Field field) noexcept {
  return words_of(field).size();
}

}  // namespace hub::linkage
