// What households need to know of each person: where now, and family names.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "hub/linkage/population.hpp"

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

/// Whether two may live together for all that is known of where they live.
bool agree(const Residence& a, const Residence& b) noexcept;

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
    for (const auto mine : *this) {
      for (const auto theirs : other) {
        if (mine == theirs) return true;
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

struct FamilyNames {
  Few<Reading> readings{};
  Few<SpellingHash> spellings{};

  [[nodiscard]] bool shares_any(const FamilyNames& other) const noexcept {
    return readings.shares_any(other.readings) || spellings.shares_any(other.spellings);
  }
};

/// Of a record: where its person was when it was written.
Residence residence_in(const Packed& row) noexcept;
/// Of known ones, in any order; a room that the latest lacks may be known from another day.
Residence latest(std::span<Residence> residences) noexcept;

/// Persons by their place in a list; family names are read from their rows when asked for. Memory:
/// 8 bytes a record, 21 a person.
class Residents {
 public:
  /// `person` as in Links; both outlive this.
  Residents(const Population& population, std::span<const Place> person);

  [[nodiscard]] std::uint32_t count() const noexcept {
    return static_cast<std::uint32_t>(now_.size());
  }
  [[nodiscard]] std::uint32_t place_of(Place record) const noexcept { return place_of_[record]; }
  [[nodiscard]] Place person(std::uint32_t resident) const noexcept {
    return person_[records_of(resident).front()];
  }
  [[nodiscard]] bool hidden(std::uint32_t resident) const noexcept { return hidden_[resident]; }
  [[nodiscard]] bool anybody_hidden() const noexcept { return anybody_hidden_; }
  /// The latest known residence.
  [[nodiscard]] const Residence& now(std::uint32_t resident) const noexcept {
    return now_[resident];
  }
  /// Somebody whose residence will soon be asked for.
  [[gnu::always_inline]] void fetch(std::uint32_t resident) const noexcept {
    __builtin_prefetch(&now_[resident]);
  }

  [[nodiscard]] FamilyNames family_names(std::uint32_t resident) const noexcept;
  [[nodiscard]] bool share_family_name(std::uint32_t a, std::uint32_t b) const noexcept {
    return family_names(a).shares_any(family_names(b));
  }

 private:
  void gather();
  void read(std::uint32_t resident, std::vector<Residence>& residences);
  [[nodiscard]] std::span<const Place> records_of(std::uint32_t resident) const noexcept {
    return std::span(records_).subspan(begin_[resident], begin_[resident + 1] - begin_[resident]);
  }

  const Population& population_;
  std::span<const Place> person_;
  std::vector<std::uint32_t> place_of_;
  std::vector<std::uint32_t> begin_;
  std::vector<Place> records_;
  std::vector<Residence> now_;
  std::vector<bool> hidden_;
  bool anybody_hidden_ = false;
};

}  // namespace hub::linkage
