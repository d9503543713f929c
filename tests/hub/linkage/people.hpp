// Invented records for the tests of linkage, given as keys.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hub/linkage/population.hpp"

namespace hub::linkage::testing {

struct Numbered {
  std::uint16_t system = 0;
  std::string value{};
  bool one_each = true;
};

/// Owns its keys. Empty means not known.
struct Someone {
  RecordId id = 0;
  std::string family{};
  std::string given{};
  std::string family_kana{};
  std::string given_kana{};
  std::string former_family{};
  BirthFacts birth{};
  unsigned sex = 0;
  std::string town{};
  std::string number{};
  std::string room{};
  std::string phone{};
  std::vector<Numbered> numbers{};
  std::uint32_t recorded = 0;
  bool hidden = false;
};

/// Shows a Someone as facts for as long as it lives.
class Facts {
 public:
  explicit Facts(const Someone& someone);
  [[nodiscard]] const PersonFacts& get() const noexcept { return facts_; }

 private:
  std::vector<NameFacts> names_;
  std::vector<std::string_view> phones_;
  std::vector<NumberFacts> numbers_;
  PersonFacts facts_{};
};

/// 高橋花子, born 1950-04-01, with all fields.
Someone hanako(RecordId id);

Packed pack(const Someone& someone, const Model& model);
Population population_of(const std::vector<Someone>& all, const Model& model);

/// `persons` persons in households, each with one to four records of several systems, with slips,
/// gaps, moves, marriages and numbers; twins and namesakes among them.
std::vector<Someone> invented_town(std::uint64_t seed, std::size_t persons);

}  // namespace hub::linkage::testing
