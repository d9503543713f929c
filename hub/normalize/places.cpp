#include "hub/normalize/places.hpp"

#include <algorithm>

#include "hub/normalize/table_rows.hpp"
#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::string_view chome = "丁目";

char32_t fold_kana(char32_t c) {
  switch (c) {
    case U'ヶ':
    case U'が':
    case U'ガ':
    case U'ヵ':
    case U'け':
      return U'ケ';
    case U'の':
    case U'之':
    case U'乃':
      return U'ノ';
    case U'ッ':
    case U'つ':
    case U'っ':
      return U'ツ';
    default:
      return c;
  }
}

/// 大字 and 字 before a place's name; 字 inside a longer name (十文字) stays.
std::string without_section_words(std::string_view folded) {
  std::string rest;
  constexpr std::string_view large = "大字";
  constexpr std::string_view small = "字";
  for (std::size_t at = 0; at < folded.size();) {
    const auto here = folded.substr(at);
    const bool inside_name = rest.size() >= 3 && rest.compare(rest.size() - 3, 3, "文") == 0;
    if (here.substr(0, large.size()) == large) {
      at += large.size();
    } else if (here.substr(0, small.size()) == small && !inside_name) {
      at += small.size();
    } else {
      rest += folded[at++];
    }
  }
  return rest;
}

bool splits_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// 卯ノ里一丁目 → 卯ノ里; the name itself where it has no 丁目.
std::string_view without_chome(std::string_view town) {
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

std::string fold_place(std::string_view original, const Variants& variants) {
  std::string folded;
  folded.reserve(original.size());
  for (std::size_t at = 0; at < original.size();)
    text::append(folded, variants.fold(fold_kana(text::next(original, at))));
  return without_section_words(folded);
}

base::Result<Places> Places::build(std::string_view lgcode_csv, std::string_view town_csv,
                                   const Variants& variants) {
  Places places;
  auto read = for_each_row("lgcode.csv", lgcode_csv, 4, [&](const text::Row& row) {
    if (places.prefectures_.empty() || places.prefectures_.back() != row[0].text)
      places.prefectures_.emplace_back(row[0].text);
    auto name = fold_place(text::without_spaces(row[1].text), variants);
    places.longest_name_ = std::max(places.longest_name_, name.size());
    places.by_name_[name].push_back(
        {std::string(row[0].text), name, std::string(row[3].text.substr(0, 5))});
  });
  if (!read) return read.error();
  read = for_each_row("town_master_seed5.csv", town_csv, 2, [&](const text::Row& row) {
    const auto town = fold_place(row[1].text, variants);
    const auto base = without_chome(town);
    auto& towns = places.towns_[std::string(row[0].text)];
    towns.longest = std::max(towns.longest, base.size());
    auto& divided = towns.chome_by_name[std::string(base)];
    divided = divided || base.size() != town.size();
  });
  if (!read) return read.error();
  return places;
}

std::string_view Places::prefecture_at(std::string_view front) const noexcept {
  for (const auto& name : prefectures_) {
    if (front.substr(0, name.size()) == name) return name;
  }
  return {};
}

std::vector<const Municipality*> Places::municipalities_at(std::string_view folded,
                                                           std::string_view prefecture) const {
  std::vector<const Municipality*> found;
  for (auto size = std::min(longest_name_, folded.size()); size > 0 && found.empty(); --size) {
    if (splits_character(folded, size)) continue;
    const auto named = by_name_.find(folded.substr(0, size));
    if (named == by_name_.end()) continue;
    for (const auto& municipality : named->second) {
      if (prefecture.empty() || municipality.prefecture == prefecture)
        found.push_back(&municipality);
    }
  }
  return found;
}

std::size_t Places::town_at(std::string_view lgcode5, std::string_view folded) const {
  const auto towns = towns_.find(lgcode5);
  if (towns == towns_.end()) return 0;
  for (auto size = std::min(towns->second.longest, folded.size()); size > 0; --size) {
    if (splits_character(folded, size)) continue;
    if (towns->second.chome_by_name.contains(folded.substr(0, size))) return size;
  }
  return 0;
}

bool Places::has_towns(std::string_view lgcode5) const {
  return towns_.contains(lgcode5);
}

bool Places::has_chome(std::string_view lgcode5, std::string_view town) const {
  const auto towns = towns_.find(lgcode5);
  if (towns == towns_.end()) return false;
  const auto found = towns->second.chome_by_name.find(town);
  return found != towns->second.chome_by_name.end() && found->second;
}

}  // namespace hub::normalize
