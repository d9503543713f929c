// From a row as a desk wrote it to what linkage is told of it, by the hub's own normalizing.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "hub/linkage/facts.hpp"
#include "hub/normalize/tables.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::linkage {

/// Owns the keys that its facts show.
class Keys {
 public:
  Keys(const population::Row& row, hub::linkage::RecordId id, std::string_view lgcode5,
       const hub::normalize::Tables& tables);

  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;

  /// Views into this object.
  [[nodiscard]] const hub::linkage::PersonFacts& facts() const noexcept { return facts_; }

 private:
  struct Name {
    std::string family{};
    std::string given{};
    std::string loose_family{};
    std::string loose_given{};
    std::string reading_family{};
    std::string reading_given{};
    [[nodiscard]] hub::linkage::NameFacts facts() const;
  };
  void add_names(const population::Row& row, const hub::normalize::Tables& tables);
  void add_other_name(std::string_view other, const hub::normalize::Tables& tables);
  void add_birth(const population::Row& row);
  void add_address(const population::Row& row, std::string_view lgcode5,
                   const hub::normalize::Tables& tables);
  void add_numbers(const population::Row& row);
  void show();

  std::array<Name, 2> names_{};
  std::size_t name_count_ = 1;
  std::string town_{};
  std::string number_{};
  std::string room_{};
  std::string phone_{};
  std::array<std::string_view, 1> phones_{};
  std::array<std::string, 2> number_values_{};
  std::array<hub::linkage::NumberFacts, 2> numbers_{};
  std::array<hub::linkage::NameFacts, 2> name_facts_{};
  std::size_t number_count_ = 0;
  hub::linkage::PersonFacts facts_{};
};

}  // namespace bench::linkage
