// Who lives together: households from register numbers, addresses, what somebody stated, and
// telephones, over the persons that linkage made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/population.hpp"

namespace hub::linkage {

/// A record that bears a 世帯番号 (or a receipt that those who live together share): a hash of the
/// system and the number.
struct RegisterBearer {
  std::uint64_t number = 0;
  Place record = 0;
};

/// One source says that the two live together (続柄 with 同居).
struct StatedHousemates {
  Place a = 0;
  Place b = 0;
};

struct HomeInput {
  const Population& population;
  std::span<const Place> person{};  ///< as in Links
  std::span<const RegisterBearer> registers{};
  std::span<const StatedHousemates> stated{};
};

struct HomeSettings {
  /// More at one house without rooms are a facility or a block of flats.
  std::size_t most_at_address = 12;
  /// More family names at one house without rooms share a roof and no household.
  std::size_t most_families = 2;
  /// A household that would be larger is one by its register number alone.
  std::size_t most_in_household = 14;
};

/// Who lived there before, and the household that does now.
struct FormerHome {
  Place person = 0;
  Place household = 0;
  friend bool operator==(const FormerHome&, const FormerHome&) = default;
};

struct Homes {
  /// Of each record, that of the person in its household whose id is smallest.
  std::vector<Place> household{};
  std::vector<FormerHome> former{};
  std::size_t crowded_houses = 0;
  std::size_t too_large = 0;
};

/// The latest complete address of a person counts; an older one makes a former home. Somebody
/// hidden (支援措置) is alone: with or without her, all others' households come out the same. The
/// same for any order of the records.
Homes settle_homes(const HomeInput& input, const HomeSettings& settings = {});

}  // namespace hub::linkage
