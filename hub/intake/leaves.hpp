// What a record says, field by field, without keeping a value: enough to tell which fields of it
// another version reads otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tsunagu/json/parse.hpp"

namespace hub::intake {

struct Leaf {
  std::uint32_t pointer = 0;  ///< in Pointers
  std::size_t value = 0;      ///< hash; lives as long as this process

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in every defaulted <=>
  friend auto operator<=>(const Leaf&, const Leaf&) = default;
};

/// JSON Pointers that may be shown: what does not look like a name of ours stands as `*`.
class Pointers {
 public:
  std::uint32_t number_of(const std::string& pointer);
  [[nodiscard]] const std::string& at(std::uint32_t number) const { return texts_[number]; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

/// Of a record that was admitted, sorted. Its labels count as one field.
std::vector<Leaf> leaves_of(tsunagu::json::View record, Pointers& pointers);

/// Numbers of the pointers under which the two differ, sorted.
std::vector<std::uint32_t> differing(const std::vector<Leaf>& one, const std::vector<Leaf>& other);

}  // namespace hub::intake
