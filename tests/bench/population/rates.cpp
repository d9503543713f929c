#include "tests/bench/population/rates.hpp"

#include <algorithm>

namespace bench::population {

namespace {

struct Usual {
  Dirt dirt;
  PerMillion often;
};

/// The first of these are DOMAIN 7.1's measured shares. Where a kind needs something (a hyphen, a
/// town with 丁目, a variant kanji), the rate is that of the rows that have it. What is lacking and
/// errors of typing are our estimates.
constexpr std::array<Usual, 36> usual = {{{Dirt::full_width_digits, 304'000},
                                          {Dirt::no_prefecture, 179'000},
                                          {Dirt::no_city, 150'000},
                                          {Dirt::banchi, 450'000},
                                          {Dirt::chome, 580'000},
                                          {Dirt::ban_go, 330'000},
                                          {Dirt::oaza, 49'000},
                                          {Dirt::odd_hyphen, 135'000},
                                          {Dirt::building_repeated, 140'000},
                                          {Dirt::full_width_phone, 22'000},
                                          {Dirt::kana_is_not_kana, 3'500},
                                          {Dirt::break_word, 28'000},
                                          {Dirt::ke_variant, 60'000},
                                          {Dirt::kanji_number, 6'000},
                                          {Dirt::variant_kanji, 160'000},
                                          {Dirt::gaiji, 250'000},
                                          {Dirt::name_unspaced, 40'000},
                                          {Dirt::usual_name, 350'000},
                                          {Dirt::latin_name, 350'000},
                                          {Dirt::no_birthday, 15'000},
                                          {Dirt::part_birthday, 4'000},
                                          {Dirt::no_phone, 220'000},
                                          {Dirt::no_kana, 12'000},
                                          {Dirt::no_sex, 6'000},
                                          {Dirt::no_address, 8'000},
                                          {Dirt::no_room, 90'000},
                                          {Dirt::no_branch, 20'000},
                                          {Dirt::building_glued, 30'000},
                                          {Dirt::other_reading, 80'000},
                                          {Dirt::kana_typo, 10'000},
                                          {Dirt::kanji_typo, 12'000},
                                          {Dirt::birthday_typo, 8'000},
                                          {Dirt::house_typo, 10'000},
                                          {Dirt::phone_typo, 8'000},
                                          {Dirt::wrong_sex, 1'500},
                                          {Dirt::names_swapped, 1'000}}};
constexpr double most = 900'000;

PerMillion scaled(PerMillion often, double factor) {
  return static_cast<PerMillion>(std::min(static_cast<double>(often) * factor, most));
}

}  // namespace

Rates::Rates(double factor) {
  for (const Usual& one : usual)
    rates_[static_cast<std::size_t>(one.dirt)] = scaled(one.often, factor);
}

}  // namespace bench::population
