// Why two persons who may be one stay two until a named officer has looked. Stored as a number.
#pragma once

#include <string_view>

#include "hub/linkage/cluster.hpp"

namespace hub::service {

enum class Why : std::uint8_t {
  likeness,  ///< alike, but not enough
  clash,     ///< given name, birthday and sex of two among them say "two persons"
  numbers,   ///< two numbers of a system in which nobody has two
  size,      ///< too many records for one person
  matters,   ///< one by all that is known, but something rests on both
};
static_assert(static_cast<int>(Why::clash) == static_cast<int>(linkage::Doubt::clash));
static_assert(static_cast<int>(Why::numbers) == static_cast<int>(linkage::Doubt::numbers));
static_assert(static_cast<int>(Why::size) == static_cast<int>(linkage::Doubt::size));

constexpr std::string_view name_of(Why why) noexcept {
  constexpr std::string_view words[] = {"likeness", "clash", "numbers", "size", "matters"};
  return words[static_cast<std::size_t>(why)];
}

}  // namespace hub::service
