#include "hub/domain/matching.hpp"

namespace hub::domain {
namespace {

using Kind = FieldWord::Kind;

constexpr std::string_view sexes[] = {"male", "female"};
constexpr std::string_view certificates[] = {"physical", "intellectual", "mental", "statement",
                                             "intractable"};
constexpr std::string_view decided[] = {"decided"};
constexpr std::string_view yes_no[] = {"yes", "no"};
constexpr std::string_view weekdays[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Ho"};

}  // namespace

const std::array<FieldWord, match_field_count> match_fields{{
    {"age", Kind::number},
    {"sex", Kind::word, sexes},
    {"certificate", Kind::word, certificates},
    {"concern"},
    {"group"},
    {"plan", Kind::word, decided},
    {"introduction", Kind::word, yes_no},
    {"visits", Kind::number},
    {"town"},
    {"area"},
    {"day", Kind::word, weekdays},
    {"needs_transport", Kind::word, yes_no},
    {"kind"},
    {"serves", Kind::word, yes_no},
    {"places", Kind::word, places_names},
    {"shared_days", Kind::number},
    {"distance", Kind::word, distance_names},
    {"transport", Kind::word, yes_no},
    {"participation", Kind::word, yes_no},
    {"fee"},
}};

std::string_view name_of(MatchField field) noexcept {
  return match_fields[static_cast<std::size_t>(field)].name;
}

}  // namespace hub::domain
