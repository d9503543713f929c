#include "hub/linkage/score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hub::linkage {
namespace {

/// A level that never came about still may.
constexpr double least_share = 1e-7;

Score in_sixteenths(double share) noexcept {
  return static_cast<Score>(std::lround(one_bit * std::log2(std::max(share, least_share))));
}

bool counts_rarity(Field field, std::size_t level) noexcept {
  switch (field) {
    case Field::family:
    case Field::given:
      return is_borne_by_both(static_cast<NameLevel>(level));
    case Field::address:
      return is_same_house(static_cast<AddressLevel>(level));
    case Field::phone:
      return static_cast<PhoneLevel>(level) == PhoneLevel::same;
    case Field::birth:
    case Field::sex:
      return false;
  }
  return false;
}

double share_of_borne(const LevelShares& shares, Field field) noexcept {
  double sum = 0;
  for (std::size_t level = 1; level < most_levels; ++level) {
    if (counts_rarity(field, level)) sum += shares[level];
  }
  return sum;
}

}  // namespace

Score log_sum(Score a, Score b) noexcept {
  // log2(1 + 2^-d/16) in sixteenths, d = 0 … 79
  static constexpr std::array<std::int8_t, 80> more = {
      16, 16, 15, 15, 14, 14, 13, 13, 12, 12, 12, 11, 11, 10, 10, 10, 9, 9, 9, 8,
      8,  8,  8,  7,  7,  7,  6,  6,  6,  6,  6,  5,  5,  5,  5,  5,  4, 4, 4, 4,
      4,  4,  3,  3,  3,  3,  3,  3,  3,  3,  3,  2,  2,  2,  2,  2,  2, 2, 2, 2,
      2,  2,  2,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, 1, 1, 1};
  const auto apart = static_cast<std::size_t>(std::abs(a - b));
  return std::max(a, b) + (apart < more.size() ? more[apart] : 0);
}

Scorer::Scorer(const Model& model)
    : prior_same_(static_cast<Score>(std::lround(one_bit * model.prior_same))),
      prior_housemates_(static_cast<Score>(std::lround(one_bit * model.prior_housemates))),
      other_number_(in_sixteenths(model.other_number[slot(Origin::same)])) {
  for (std::size_t field = 0; field < field_count; ++field) {
    const auto weight = [&](Origin origin, std::size_t level) {
      return in_sixteenths(model.shares[slot(origin)][field][level]);
    };
    for (std::size_t level = 1; level < most_levels; ++level)
      tables_[field][level] = {weight(Origin::same, level), weight(Origin::housemates, level),
                               weight(Origin::strangers, level)};
    const auto& by_chance = model.shares[slot(Origin::strangers)][field];
    average_[field] = in_sixteenths(share_of_borne(by_chance, static_cast<Field>(field)));
  }
  find_most();
}

void Scorer::Most::add(const Weights& level) noexcept {
  housemates = std::max(housemates, level.same - level.housemates);
  strangers = std::max(strangers, level.same - level.strangers);
}

void Scorer::find_most() {
  for (const auto level : {NameLevel::both_close, NameLevel::similar, NameLevel::far})
    two_given_.add(tables_[slot(Field::given)][static_cast<std::size_t>(level)]);
  for (std::size_t level = 0; level < level_count(Field::family); ++level) {
    const bool borne = is_borne_by_both(static_cast<NameLevel>(level));
    (borne ? same_family_ : other_family_).add(tables_[slot(Field::family)][level]);
  }
}

/// A logarithm of a sum is never below that of a part.
Score Scorer::at_most(const Comparison& but_names, Rarity family) const noexcept {
  Weights sums{prior_same_, prior_housemates_, 0};
  for (const auto field : {Field::birth, Field::sex, Field::address, Field::phone})
    sums += of(but_names, field);
  const auto rare = family == 0 ? 0 : average_[slot(Field::family)] + family * (one_bit / 8);
  const auto housemates = sums.same - sums.housemates + two_given_.housemates +
                          std::max(same_family_.housemates, other_family_.housemates);
  const auto strangers = sums.same - sums.strangers + two_given_.strangers +
                         std::max(same_family_.strangers + rare, other_family_.strangers);
  return std::min(housemates, strangers);
}

/// Those of one household share family name, house and telephone, however rare; their given names
/// meet by chance, as strangers' do.
Scorer::Weights Scorer::of(const Comparison& found, Field field) const noexcept {
  auto weights = tables_[slot(field)][found.levels[slot(field)]];
  const auto rarity = found.rarities[slot(field)];
  if (rarity == 0) return weights;
  const auto rare = average_[slot(field)] + rarity * (one_bit / 8);
  weights.strangers -= rare;
  if (field == Field::given) weights.housemates -= rare;
  return weights;
}

Scorer::Weights Scorer::sums(const Comparison& found) const noexcept {
  Weights sums{prior_same_, prior_housemates_, 0};
  for (std::size_t i = 0; i < field_count; ++i)
    sums += of(found, static_cast<Field>(i));
  return sums;
}

Score Scorer::score(const Comparison& found) const noexcept {
  const auto all = sums(found);
  return all.same - log_sum(all.housemates, all.strangers);
}

Score Scorer::personal(const Comparison& found) const noexcept {
  Weights sums;
  for (const auto field : {Field::given, Field::birth, Field::sex})
    sums += of(found, field);
  return sums.same - std::max(sums.housemates, sums.strangers);
}

bool Scorer::against_housemates(const Comparison& found) const noexcept {
  const auto all = sums(found);
  return all.housemates > all.strangers;
}

Score Scorer::weight(const Comparison& found, Field field) const noexcept {
  const auto weights = of(found, field);
  return weights.same - (against_housemates(found) ? weights.housemates : weights.strangers);
}

std::string in_bits(Score score) {
  const auto tenths = score * 10 / one_bit;
  const auto whole = std::abs(tenths);
  return (tenths < 0 ? "-" : "+") + std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

}  // namespace hub::linkage
