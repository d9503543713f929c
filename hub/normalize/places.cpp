#include "hub/normalize/places.hpp"

#include "hub/normalize/place_text.hpp"
#include "hub/normalize/table_rows.hpp"
#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

/// A town of one character (堤, 北) says too little to tell a municipality by.
constexpr std::size_t shortest_telling_town = 6;

/// 卯ノ里一丁目 → 卯ノ里; the name itself where it has no 丁目.
std::string_view without_chome(std::string_view town) {
  constexpr std::string_view chome = "丁目";
  if (town.size() < chome.size() || town.substr(town.size() - chome.size()) != chome) return town;
  auto end = town.size() - chome.size();
  while (end >= 3) {
    std::size_t at = end - 3;
    if (!text::kanji_digit(text::next(town, at)) && town.substr(end - 3, 3) != "十") break;
    end -= 3;
  }
  return town.substr(0, end);
}

}  // namespace

base::Result<Places> Places::build(std::string_view lgcode_csv, std::string_view town_csv,
                                   const Variants& variants) {
  Places places;
  std::map<std::string, std::string> prefecture_of;
  auto read = for_each_row("lgcode.csv", lgcode_csv, 4, [&](const text::Row& row) {
    const auto prefecture = place_text(row[0].text, variants);
    const auto official = text::without_spaces(row[1].text);
    const auto name = place_text(official, variants);
    const std::string lgcode5(row[3].text.substr(0, 5));
    places.prefectures_[prefecture] = true;
    places.municipalities_[name].push_back({prefecture, official, name, lgcode5});
    prefecture_of[lgcode5] = prefecture;
  });
  if (!read) return read.error();
  read = for_each_row("town_master_seed5.csv", town_csv, 2, [&](const text::Row& row) {
    const std::string lgcode5(row[0].text);
    const auto town = place_text(row[1].text, variants);
    const auto base = without_chome(town);
    auto& towns = places.towns_[lgcode5];
    towns.prefecture = prefecture_of[lgcode5];
    auto& known = towns.by_name[base];
    known.has_chome = known.has_chome || base.size() != town.size();
  });
  if (!read) return read.error();
  return places;
}

std::string_view Places::prefecture_at(std::string_view folded) const {
  std::size_t longest = 0;
  prefectures_.each_at(folded, [&longest](std::size_t bytes, bool) {
    longest = bytes;
    return true;
  });
  return folded.substr(0, longest);
}

std::vector<const Municipality*> Places::municipalities_at(std::string_view folded,
                                                           std::string_view prefecture) const {
  std::vector<const Municipality*> found;
  municipalities_.each_at(folded, [&](std::size_t, const std::vector<Municipality>& named) {
    for (const auto& municipality : named) {
      if (prefecture.empty() || municipality.prefecture == prefecture)
        found.push_back(&municipality);
    }
    return !found.empty();
  });
  return found;
}

const Places::Towns* Places::towns_of(std::string_view lgcode5) const {
  const auto towns = towns_.find(lgcode5);
  return towns == towns_.end() ? nullptr : &towns->second;
}

std::size_t Places::town_at(std::string_view lgcode5, std::string_view folded) const {
  std::size_t longest = 0;
  if (const auto* towns = towns_of(lgcode5)) {
    towns->by_name.each_at(folded, [&longest](std::size_t bytes, const Town&) {
      longest = bytes;
      return true;
    });
  }
  return longest;
}

std::string_view Places::lgcode5_of_town(std::string_view folded,
                                         std::string_view prefecture) const {
  std::string_view only;
  for (const auto& [lgcode5, towns] : towns_) {
    if (!prefecture.empty() && towns.prefecture != prefecture) continue;
    if (town_at(lgcode5, folded) < shortest_telling_town) continue;
    if (!only.empty()) return {};
    only = lgcode5;
  }
  return only;
}

bool Places::has_towns(std::string_view lgcode5) const {
  return towns_of(lgcode5) != nullptr;
}

bool Places::has_chome(std::string_view lgcode5, std::string_view town) const {
  bool divided = false;
  if (const auto* towns = towns_of(lgcode5)) {
    towns->by_name.each_at(town, [&](std::size_t bytes, const Town& known) {
      divided = bytes == town.size() && known.has_chome;
      return true;
    });
  }
  return divided;
}

}  // namespace hub::normalize
