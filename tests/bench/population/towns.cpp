#include "tests/bench/population/towns.hpp"

#include <array>
#include <fstream>
#include <stdexcept>

#include "tests/bench/population/text.hpp"

namespace bench::population {

namespace {

/// Postal codes and area codes as they are there; 大字 stands in 小林市's town names.
struct Numbers {
  std::string_view profile;
  std::string_view postal_head;
  std::string_view phone_area;
};
constexpr std::array<Numbers, 5> numbers = {{{"sakura", "3291", "028"},
                                             {"chigasaki", "2530", "0467"},
                                             {"kobayashi", "8860", "0984"},
                                             {"iga", "5180", "0595"},
                                             {"oda", "6940", "0854"}}};

const Numbers& numbers_of(const std::string& profile) {
  for (const Numbers& one : numbers) {
    if (one.profile == profile) return one;
  }
  throw std::runtime_error("no such profile: " + profile);
}

/// The six digits of `code: "092142"` in the profile.
std::string code_of(const std::filesystem::path& profile) {
  std::ifstream in(profile);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("code: \"") && line.size() >= 13) return line.substr(7, 6);
  }
  throw std::runtime_error("no code in " + profile.string());
}

TownName town_of(std::string name) {
  TownName town;
  constexpr std::string_view oaza = "大字";
  constexpr std::string_view chome = "丁目";
  constexpr std::array<std::string_view, 10> digits = {"一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十"};
  if (name.starts_with(oaza)) {
    town.oaza = true;
    name.erase(0, oaza.size());
  }
  if (name.ends_with(chome)) {
    const std::string before = name.substr(0, name.size() - chome.size());
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (!before.ends_with(digits[i])) continue;
      town.chome = static_cast<std::uint32_t>(i + 1);
      name = before.substr(0, before.size() - digits[i].size());
    }
  }
  town.base = std::move(name);
  return town;
}

/// The crowded ones are larger than anybody builds, so that a record meets about 20 others.
struct Density {
  std::uint32_t open_blocks;  ///< of which each is filling up
  std::uint32_t care_places;
  std::uint32_t care_rooms;  ///< a floor
  std::uint32_t shared_places;
  std::uint32_t in_flats;  ///< of a hundred families
};
constexpr Density usual = {24, 40, 12, 6, 28};
constexpr Density dense = {16, 2000, 99, 1200, 97};

const Density& density_of(bool crowded) noexcept {
  return crowded ? dense : usual;
}

constexpr std::uint32_t lots_a_town = 5'940;  // 99 番 of 60 号, or as many 番地
constexpr std::uint32_t gos = 60;

}  // namespace

Municipality municipality_of(const std::string& profile, const std::filesystem::path& config) {
  const Numbers& own = numbers_of(profile);
  Municipality made;
  made.postal_head = own.postal_head;
  made.phone_area = own.phone_area;
  const std::string code = code_of(config / "municipalities" / profile / "profile.yaml");
  for (const auto& row : read_table((config / "data" / "lgcode.csv").string())) {
    if (row[3] != code) continue;
    made.prefecture = row[0];
    made.city = row[1];
    made.insurer = row[4];
  }
  made.lgcode5 = code.substr(0, 5);
  for (auto& row : read_table((config / "data" / "town_master_seed5.csv").string())) {
    if (row[0] == made.lgcode5) made.towns.push_back(town_of(std::move(row[1])));
  }
  if (made.city.empty() || made.towns.empty()) {
    throw std::runtime_error("no towns of " + profile);
  }
  return made;
}

Homes::Homes(const Municipality& municipality, const std::string& names, bool crowded)
    : municipality_(&municipality), crowded_(crowded) {
  for (auto& row : read_table(names + "/buildings.tsv")) {
    std::vector<std::string>& words = row[0] == "head"   ? heads_
                                      : row[0] == "tail" ? tails_
                                                         : home_names_;
    words.push_back(std::move(row[1]));
  }
}

Home Homes::lot(Dice& dice) {
  // Walks through all lots in steps that meet each once, before any gets a second number.
  const auto all = static_cast<std::uint32_t>(municipality_->towns.size()) * lots_a_town;
  constexpr std::uint64_t step = 1'000'003;
  const std::uint64_t count = lots_++;
  const auto index = static_cast<std::uint32_t>(count * step % all);
  const auto round = static_cast<std::uint32_t>(count / all);
  const auto towns = static_cast<std::uint32_t>(municipality_->towns.size());
  Home home;
  home.town = index % towns;
  const std::uint32_t slot = index / towns;
  if (municipality_->towns[home.town].chome != 0) {
    home.first = slot / gos + 1;
    home.second = slot % gos + 1 + round * gos;
  } else {
    home.first = slot + 1;
    home.second = round * 20 + (dice.percent(50) ? dice.between(1, 20) : 0);
  }
  return home;
}

Home Homes::house(Dice& dice) {
  return lot(dice);
}

std::pair<Home, Home> Homes::neighbours(Dice& dice) {
  Home left = lot(dice);
  constexpr std::uint32_t unused = 900;  // no other lot has such a number
  left.second = unused + dice.below(40);
  Home right = left;
  right.second += 1;
  return {left, right};
}

std::string Homes::block_name(Dice& dice) const {
  std::string name = dice.one_of(heads_);
  name += dice.one_of(tails_);
  if (dice.percent(20)) name += dice.percent(50) ? "Ａ棟" : "Ｂ棟";
  return name;
}

Homes::Block Homes::new_block(Dice& dice) {
  Block block{lot(dice), dice.between(2, 4), dice.between(2, 5), 0};
  if (crowded_) {  // 団地: all its houses under one number
    block.floors = dice.between(20, 40);
    block.a_floor = dice.between(60, 99);
  }
  block.home.building = block_name(dice);
  return block;
}

Home Homes::in_block(Block& block) const {
  Home home = block.home;
  if (block.a_floor != 0) {
    home.room = (block.taken / block.a_floor + 1) * 100 + block.taken % block.a_floor + 1;
  }
  ++block.taken;
  return home;
}

Home Homes::flat(Dice& dice) {
  const auto open_blocks = density_of(crowded_).open_blocks;
  while (open_.size() < open_blocks)
    open_.push_back(new_block(dice));
  Block& block = open_[dice.below(open_blocks)];
  if (block.taken == block.floors * block.a_floor) block = new_block(dice);
  return in_block(block);
}

Home Homes::care_home(Dice& dice) {
  const auto& density = density_of(crowded_);
  if (care_homes_.empty() || care_homes_.back().taken == density.care_places) {
    Block block{lot(dice), 4, dice.percent(60) ? density.care_rooms : 0U, 0};
    block.home.building = dice.one_of(home_names_);
    block.home.institution = true;
    care_homes_.push_back(std::move(block));
  }
  return in_block(care_homes_.back());
}

Home Homes::shared_house(Dice& dice) {
  if (shared_.empty() || shared_.back().taken == density_of(crowded_).shared_places) {
    Block block{lot(dice), 1, 0, 0};
    block.home.building = block_name(dice);
    block.home.institution = true;
    shared_.push_back(std::move(block));
  }
  return in_block(shared_.back());
}

Home Homes::any(Dice& dice) {
  return dice.percent(density_of(crowded_).in_flats) ? flat(dice) : house(dice);
}

}  // namespace bench::population
