// Prefectures, municipalities and towns, spelled as keys.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/normalize/prefixes.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

struct Municipality {
  std::string prefecture{};
  std::string official{};  ///< 茅ヶ崎市, as the list of codes writes it
  std::string name{};      ///< folded; without the space between city and ward
  std::string lgcode5{};
};

/// Read-only once built; any thread.
class Places {
 public:
  static base::Result<Places> build(std::string_view lgcode_csv, std::string_view town_csv,
                                    const Variants& variants);

  /// The prefecture's name at the front of folded text, or an empty view.
  [[nodiscard]] std::string_view prefecture_at(std::string_view folded) const;

  /// The longest municipality at the front of folded text, among all of that name.
  [[nodiscard]] std::vector<const Municipality*> municipalities_at(
      std::string_view folded, std::string_view prefecture) const;

  /// Bytes of the longest town (without its 丁目) at the front of folded text; 0 for none.
  [[nodiscard]] std::size_t town_at(std::string_view lgcode5, std::string_view folded) const;

  /// The one municipality of the town master, in that prefecture if one is named, that has the town
  /// at the front of folded text; empty for none and for several.
  [[nodiscard]] std::string_view lgcode5_of_town(std::string_view folded,
                                                 std::string_view prefecture) const;

  /// Whether the town master covers that municipality.
  [[nodiscard]] bool has_towns(std::string_view lgcode5) const;
  /// Whether that town is divided into 丁目.
  [[nodiscard]] bool has_chome(std::string_view lgcode5, std::string_view town) const;

 private:
  struct Town {
    bool has_chome = false;
  };
  struct Towns {
    std::string prefecture{};
    Prefixes<Town> by_name{};
  };

  [[nodiscard]] const Towns* towns_of(std::string_view lgcode5) const;

  Prefixes<std::vector<Municipality>> municipalities_;
  Prefixes<bool> prefectures_;
  std::map<std::string, Towns, std::less<>> towns_;
};

}  // namespace hub::normalize
