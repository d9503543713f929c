// What households need to know of one person.
#pragma once

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "hub/linkage/homes.hpp"

namespace hub::linkage {

/// Where and when.
struct Residence {
  std::uint32_t town = 0;
  std::uint16_t room = 0;
  std::uint16_t day = 0;
  HouseNumber number = 0;

  [[nodiscard]] bool known() const noexcept { return town != 0 && number != 0; }
  [[nodiscard]] bool same_house(const Residence& other) const noexcept {
    return town == other.town && number == other.number;
  }
  [[nodiscard]] std::uint64_t house() const noexcept;
};

/// Up to four different values; of more the smallest, so that the order of records is of no
/// account.
template <class Value>
class Few {
 public:
  void add(Value value) noexcept {
    for (auto& mine : values_) {
      if (value == mine || value == Value{}) return;
      if (mine == Value{} || value < mine) std::swap(value, mine);
    }
  }
  [[nodiscard]] bool shares_any(const Few& other) const noexcept {
    for (const auto mine : values_) {
      for (const auto theirs : other.values_) {
        if (mine != Value{} && mine == theirs) return true;
      }
    }
    return false;
  }
  [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
  [[nodiscard]] auto end() const noexcept {
    return std::find(values_.begin(), values_.end(), Value{});
  }

 private:
  std::array<Value, 4> values_{};
};

struct Resident {
  Place person = 0;
  bool hidden = false;
  Residence now{};          ///< the latest known one
  Few<Reading> readings{};  ///< of family names
  Few<SpellingHash> spellings{};
  Few<std::uint32_t> phones{};
};

/// A house in which a resident lived before.
struct Before {
  std::uint32_t resident = 0;
  Residence residence{};
};

/// One for each person; `place_of[record]` is a resident's place in the list.
struct Residents {
  std::vector<Resident> all{};
  std::vector<Before> before{};
  std::vector<std::uint32_t> place_of{};
};

Residents residents_of(const Population& population, std::span<const Place> person);

bool share_family_name(const Resident& a, const Resident& b) noexcept;

}  // namespace hub::linkage
