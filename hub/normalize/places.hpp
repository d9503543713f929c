// Prefectures, municipalities and towns, spelled as keys.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

/// Place names spell the same sound in several ways: ヶケがガヵ → ケ, ノの之 → ノ, ツッつ → ツ;
/// 大字 and 字 are left out, variant kanji folded.
std::string fold_place(std::string_view text, const Variants& variants);

struct Municipality {
  std::string prefecture{};
  std::string name{};  ///< folded; without the space between city and ward
  std::string lgcode5{};
};

/// Read-only once built; any thread.
class Places {
 public:
  static base::Result<Places> build(std::string_view lgcode_csv, std::string_view town_csv,
                                    const Variants& variants);

  /// The prefecture's name at the front, or an empty view.
  [[nodiscard]] std::string_view prefecture_at(std::string_view text) const noexcept;

  /// The longest municipality at the front of folded text, among all of that name.
  [[nodiscard]] std::vector<const Municipality*> municipalities_at(
      std::string_view folded, std::string_view prefecture) const;

  /// Bytes of the longest town (without its 丁目) at the front of folded text; 0 for none.
  [[nodiscard]] std::size_t town_at(std::string_view lgcode5, std::string_view folded) const;

  /// Whether the town master covers that municipality.
  [[nodiscard]] bool has_towns(std::string_view lgcode5) const;
  /// Whether that town is divided into 丁目.
  [[nodiscard]] bool has_chome(std::string_view lgcode5, std::string_view town) const;

 private:
  /// Looks up views without making strings of them.
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the library's name
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class T>
  using ByName = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  struct Towns {
    ByName<bool> chome_by_name{};
    std::size_t longest = 0;
  };
  std::vector<std::string> prefectures_;
  ByName<std::vector<Municipality>> by_name_;
  std::size_t longest_name_ = 0;
  ByName<Towns> towns_;
};

}  // namespace hub::normalize
