// Who lives together: one decision for one person, over the households that share a register number
// or an address with them. Pure; keys are opaque tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hub::linkage {

/// A keyed token of the store: equal values have equal tokens.
using Key = std::int64_t;

/// A number inside one system. Equal numbers of two systems mean nothing.
struct Number {
  Key system = 0;
  Key value = 0;
  friend bool operator==(const Number&, const Number&) = default;
};

/// More persons than this at one address are a facility or a block of flats without room numbers,
/// not a household.
inline constexpr std::size_t most_members_by_address = 12;

struct HouseholdKeys {
  std::optional<Number> register_number;  ///< 世帯番号 inside one system
  std::optional<Key> address;             ///< 団体コード, 町字, 番地 and room
};

enum class HouseholdRule : std::uint8_t { none, register_number, address, officer };

std::string_view name_of(HouseholdRule rule) noexcept;

struct KnownHousehold {
  std::int64_t id = 0;
  HouseholdKeys shared;     ///< the keys that this household has in common with the person
  std::size_t members = 0;  ///< of other persons
  bool kept_apart = false;  ///< an officer took the person out, or whom she hides from is in it
};

struct HouseholdVerdict {
  std::optional<std::int64_t> household;  ///< nothing: a household of one's own
  HouseholdRule rule = HouseholdRule::none;
  bool crowded = false;  ///< an address was passed over because too many live there
};

/// Register number first, then address; of several the oldest (smallest id).
HouseholdVerdict choose_household(std::span<const KnownHousehold> known);

}  // namespace hub::linkage
