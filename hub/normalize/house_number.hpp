// The part of an address behind the town: 丁目, 番地, 号, and where the building begins.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hub::normalize {

struct HouseNumber {
  std::vector<std::string> groups{};  ///< ASCII digits without leading zeros
  std::size_t end = 0;                ///< bytes read; the building stands behind
  bool glued = false;                 ///< the last number ran into a floor and was left out
  bool doubled_chome = false;         ///< 4四丁目
  bool room_mark = false;             ///< the last number was marked 号室
};

/// Reads folded text (ASCII digits, ノ for の). Kanji digits count only before 丁目, 番, 号, ノ or
/// a hyphen: 三五十 is a name.
HouseNumber read_house_number(std::string_view folded);

/// Whether a number that can be read begins here.
bool number_begins(std::string_view folded);

/// The room at the end of a building's text: 201, A, 2-D; empty for a floor or none.
std::string room_of(std::string_view building);

}  // namespace hub::normalize
