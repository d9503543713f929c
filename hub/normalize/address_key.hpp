// Addresses as match keys for households: lgcode5|町字|numbers|room.
#pragma once

#include <string>
#include <string_view>

#include "hub/normalize/normalized.hpp"
#include "hub/normalize/tables.hpp"

namespace hub::normalize {

/// What the record says beside the address.
struct AddressHint {
  std::string_view lgcode5{};   ///< the municipality to assume where the address names none
  std::string_view building{};  ///< 方書, where it is a field of its own
};

/// `key` is "09214|氏家|2771-1|101"; parts that are not known are empty between their bars.
///
/// What is not known is flagged, not guessed: where a floor or a room runs into the number
/// (4-9-161階) its last part is left out; of three numbers in a town without 丁目 the last may be a
/// room; a city that is not written is the hint's, or the only one of the town master with that
/// town.
struct AddressKey : Normalized {
  std::string lgcode5{};
  std::string town{};    ///< folded, without 丁目
  std::string number{};  ///< 丁目, 番地, 号 in ASCII digits joined by "-"
  std::string room{};
  std::string building{};  ///< as folded, with the room

  /// "09214|氏家|2771-1": two different rooms are two households.
  [[nodiscard]] std::string without_room() const;
  /// Municipality, town and number are all known; only then may the key make a household.
  [[nodiscard]] bool complete() const;
};

AddressKey address_key(std::string_view address, const Tables& tables, AddressHint hint = {});

}  // namespace hub::normalize
