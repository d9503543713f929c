#include "hub/linkage/model.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "hub/linkage/hash.hpp"

namespace hub::linkage {
namespace {

void set(Model& model, Origin origin, Field field, std::initializer_list<double> from_first_level) {
  auto& shares = model.shares[slot(origin)][slot(field)];
  double sum = 0;
  for (const double share : from_first_level)
    sum += share;
  std::size_t level = 1;
  for (const double share : from_first_level)
    shares[level++] = share / sum;
}

/// Levels in the order of their enums, from the one behind `missing`.
void set_same(Model& model) {
  set(model, Origin::same, Field::family,
      {.84, .01, .03, .02, .03, .02, .006, .002, .006, .004, .006, .02});
  set(model, Origin::same, Field::given,
      {.84, .01, .03, .02, .03, .02, .010, .010, .008, .0005, .0003, .002});
  set(model, Origin::same, Field::birth,
      {.94, .03, .01, .001, .015, .002, .0003, .0010, .0002, .0005});
  set(model, Origin::same, Field::sex, {.995, .005});
  set(model, Origin::same, Field::address, {.15, .65, .05, .005, .03, .03, .085});
  set(model, Origin::same, Field::phone, {.80, .20});
}

void set_housemates(Model& model) {
  set(model, Origin::housemates, Field::family,
      {.80, .01, .03, .02, .03, .005, .005, .001, .003, .002, .007, .08});
  set(model, Origin::housemates, Field::given,
      {.0005, .0001, .0001, .0001, .001, .0001, .0005, .0002, .01, .03, .09, .86});
  set(model, Origin::housemates, Field::birth,
      {.008, .003, .002, .0005, .002, .0005, .003, .005, .01, .96});
  set(model, Origin::housemates, Field::sex, {.45, .55});
  set(model, Origin::housemates, Field::address, {.15, .65, .05, .005, .03, .03, .085});
  set(model, Origin::housemates, Field::phone, {.60, .40});
}

void set_strangers(Model& model) {
  set(model, Origin::strangers, Field::family,
      {.003, .0001, .0002, .0002, .0004, .0001, .0001, .0003, .002, .006, .05, .94});
  set(model, Origin::strangers, Field::given,
      {.001, .0001, .0002, .0002, .002, .0001, .0001, .0005, .003, .008, .08, .905});
  set(model, Origin::strangers, Field::birth,
      {.00004, .0006, .003, .00003, .0003, .00005, .002, .001, .009, .98});
  set(model, Origin::strangers, Field::sex, {.5, .5});
  set(model, Origin::strangers, Field::address, {.00001, .00002, .00001, .00002, .001, .02, .98});
  set(model, Origin::strangers, Field::phone, {.00002, .99998});
}

}  // namespace

Model standard_model() {
  Model model;
  set_same(model);
  set_housemates(model);
  set_strangers(model);
  model.family.reading.rarest = rarity_of(1e-4);
  model.family.spelling.rarest = rarity_of(1e-4);
  model.given.reading.rarest = rarity_of(3e-4);
  model.given.spelling.rarest = rarity_of(3e-4);
  model.house.rarest = rarity_of(3e-5);
  model.phone.rarest = rarity_of(3e-5);
  return model;
}

Rarity rarity_of(double share) noexcept {
  if (share <= 0) return 255;
  return static_cast<Rarity>(std::clamp(-8 * std::log2(share) + 0.5, 1.0, 255.0));
}

std::uint64_t house_of(const Packed& row) noexcept {
  return row.town == 0 || row.number == 0 ? 0 : mix(row.town, row.number);
}

}  // namespace hub::linkage
