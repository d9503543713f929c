// Who lives together: households from register numbers, addresses, and what somebody stated, over
// the persons that linkage made.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hub/linkage/population.hpp"

namespace hub::linkage {

/// Somebody of whom a source says a 世帯番号 (or a receipt that those who live together share): a
/// hash of the system and the number.
struct RegisterBearer {
  std::uint64_t number = 0;
  Place record = 0;       ///< of the person
  std::uint16_t day = 0;  ///< when that was said, as in Packed
};

/// One source says that the two live together (続柄 with 同居).
struct StatedHousemates {
  Place a = 0;
  Place b = 0;
  std::uint16_t day = 0;
};

/// A pair of which the first is not of the other's household.
struct NotOfHousehold {
  Place who = 0;
  Place whose = 0;
};

/// Of the protection register: the two never live together as far as the hub shows it.
struct HidesFrom {
  Place a = 0;
  Place b = 0;
};

struct HomeInput {
  const Population& population;
  std::span<const Place> person{};  ///< as in Links
  std::span<const RegisterBearer> registers{};
  std::span<const StatedHousemates> stated{};
  std::span<const NotOfHousehold> apart{};  ///< by an officer's word
  std::span<const HidesFrom> hiding{};
  /// Residence::house() of houses, ascending, in which more live than the caller says.
  std::span<const std::uint64_t> large{};
};

struct HomeSettings {
  /// More at one house without rooms are a facility or a block of flats.
  std::size_t most_at_address = 12;
  /// More family names at one house without rooms share a roof and no household.
  std::size_t most_families = 2;
  /// A household that would be larger is one by what sources say alone.
  std::size_t most_in_household = 14;
  /// More who bear one number tell nothing by it.
  std::size_t most_bearers = 56;
};

/// By what somebody belongs to a household; the surest last.
enum class HomeRule : std::uint8_t { none, address, stated, register_number };
std::string_view name_of(HomeRule rule) noexcept;

struct Homes {
  /// Of each record, that of the person in its household whose id is smallest.
  std::vector<Place> household{};
  /// Of each record, the surest bond of its person.
  std::vector<HomeRule> rule{};
  /// Of each record, one of all who hang together with its person, however many they are: who is in
  /// another part is of no account to them.
  std::vector<Place> part{};
  std::size_t crowded_houses = 0;
  std::size_t too_large = 0;
};

/// The latest complete address of a person counts. The same for any order of the records.
///
/// Whoever is hidden (支援措置) joins others and draws nobody: with or without her, all others'
/// households come out the same, and she leaves one in which is who she hides from.
///
/// A bond of two asks only what is known of them, and of all who live in a house where both do. So
/// whoever has all of a part, and of each of its members the whole house (or that it is large, and
/// who lives in the same room), gets the part's households as they come out over everything.
Homes settle_homes(const HomeInput& input, const HomeSettings& settings = {});

}  // namespace hub::linkage
