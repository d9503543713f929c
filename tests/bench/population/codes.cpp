// The words of the tables and of truth.jsonl.
#include <array>
#include <cstddef>

#include "tests/bench/population/population.hpp"

namespace bench::population {

namespace {

template <class Code, std::size_t n>
constexpr std::string_view word(const std::array<std::string_view, n>& words, Code code) {
  return words[static_cast<std::size_t>(code)];
}

constexpr std::array<std::string_view, dirts> dirt_words = {"full_width_digits",
                                                            "no_prefecture",
                                                            "no_city",
                                                            "banchi",
                                                            "chome",
                                                            "ban_go",
                                                            "oaza",
                                                            "odd_hyphen",
                                                            "ke_variant",
                                                            "kanji_number",
                                                            "building_repeated",
                                                            "variant_kanji",
                                                            "outside_cp932",
                                                            "compatibility_kanji",
                                                            "gaiji",
                                                            "name_unspaced",
                                                            "era_spelling",
                                                            "full_width_phone",
                                                            "kana_is_not_kana",
                                                            "break_word",
                                                            "old_address",
                                                            "stay_address",
                                                            "former_name",
                                                            "usual_name",
                                                            "latin_name",
                                                            "no_birthday",
                                                            "part_birthday",
                                                            "artificial_birthday",
                                                            "no_phone",
                                                            "no_kana",
                                                            "no_sex",
                                                            "no_address",
                                                            "no_room",
                                                            "no_branch",
                                                            "building_glued",
                                                            "other_reading",
                                                            "kana_typo",
                                                            "kanji_typo",
                                                            "birthday_typo",
                                                            "house_typo",
                                                            "phone_typo",
                                                            "wrong_sex",
                                                            "names_swapped"};

constexpr std::array<std::string_view, fields> field_words = {"kaigo", "shogai", "kodomo", "konkyu",
                                                              "chiiki"};
constexpr std::array<std::string_view, sources> source_words = {"kaigo", "kaigo_life", "shogai",
                                                                "kodomo", "konkyu"};
constexpr std::array<std::string_view, concern_kinds> concern_words = {
    "HEALTH",     "MENTAL",     "DISABILITY", "DEMENTIA", "CARE",      "CAREGIVER", "CHILDREARING",
    "PREGNANCY",  "ABUSE",      "POVERTY",    "ARREARS",  "DEBT",      "FOOD",      "HOUSING",
    "EMPLOYMENT", "WITHDRAWAL", "SCHOOL",     "FAMILY",   "ISOLATION", "RIGHTS",    "OTHER"};
constexpr std::array<std::string_view, patterns> pattern_words = {
    "8050", "DOUBLE_CARE", "YOUNG_CARER", "MULTI_FIELD", "PARENT_DISABILITY", "SINGLE_MULTI"};
constexpr std::array<std::string_view, shapes> shape_words = {"single_young",
                                                              "single_old",
                                                              "couple",
                                                              "nuclear",
                                                              "single_parent",
                                                              "three_generations",
                                                              "parent_and_unmarried",
                                                              "double_care",
                                                              "young_carer",
                                                              "facility",
                                                              "shared_house",
                                                              "foreign",
                                                              "twins",
                                                              "left_home",
                                                              "homecoming",
                                                              "namesakes"};
constexpr std::array<std::string_view, hards> hard_words = {"twins", "father_and_son", "in_laws",
                                                            "neighbours"};

}  // namespace

Field field_of(Source source) noexcept {
  constexpr std::array<Field, sources> of = {Field::kaigo, Field::kaigo, Field::shogai,
                                             Field::kodomo, Field::konkyu};
  return of[static_cast<std::size_t>(source)];
}

std::string_view name_of(Dirt dirt) noexcept {
  return word(dirt_words, dirt);
}
std::string_view name_of(Field field) noexcept {
  return word(field_words, field);
}
std::string_view name_of(Source source) noexcept {
  return word(source_words, source);
}
std::string_view name_of(Concern concern) noexcept {
  return word(concern_words, concern);
}
std::string_view name_of(Pattern pattern) noexcept {
  return word(pattern_words, pattern);
}
std::string_view name_of(Shape shape) noexcept {
  return word(shape_words, shape);
}
std::string_view name_of(Hard hard) noexcept {
  return word(hard_words, hard);
}

}  // namespace bench::population
