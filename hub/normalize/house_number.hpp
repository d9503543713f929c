// The part of an address behind the town: 丁目, 番地, 号, and where the building begins.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hub/normalize/note.hpp"

namespace hub::normalize {

struct HouseNumber {
  std::vector<std::string> groups{};  ///< ASCII digits without leading zeros
  std::size_t end = 0;                ///< bytes read; the building stands behind
  bool room_mark = false;             ///< the last number was marked 号室
  /// address_glued_building: the last number ran into a floor or a room and was left out.
  Notes notes{};
};

/// Reads folded text (ASCII digits, ノ for の). Kanji digits count only before 丁目, 番, 号, ノ or
/// a hyphen, or behind one of them at the end: 三五十 is a name.
HouseNumber read_house_number(std::string_view folded);

/// Whether a number that can be read begins here.
bool number_begins(std::string_view folded);

/// Whether nothing but a number in kanji digits stands here (二七七一), and what it says.
std::string number_in_kanji(std::string_view folded);

}  // namespace hub::normalize
