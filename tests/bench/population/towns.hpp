// The municipality: its real towns, and homes in them under house numbers that we make up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/population/dice.hpp"

namespace bench::population {

struct TownName {
  std::string base{};       ///< 卯の里, 北西方
  std::uint32_t chome = 0;  ///< 3 of 卯の里三丁目
  bool oaza = false;        ///< the master has 大字 in front
};

/// What is fixed of one of the five municipalities.
struct Municipality {
  std::string prefecture{};
  std::string city{};
  std::string lgcode5{};
  std::string insurer{};  ///< 保険者番号 and 証記載市町村番号
  std::vector<TownName> towns{};
  std::string postal_head{};  ///< the towns' postal codes are counted up behind it
  std::string phone_area{};   ///< numbers behind it begin with 0, so that nobody has them
};

Municipality municipality_of(const std::string& profile, const std::filesystem::path& config);

struct Home {
  std::uint32_t town = 0;
  std::uint32_t first = 1;   ///< 番地, or 番 where the town has 丁目
  std::uint32_t second = 0;  ///< 枝番 or 号; 0: none
  std::string building{};    ///< empty: a house
  std::uint32_t room = 0;    ///< 0: none, or the building has no numbers
  bool institution = false;  ///< a care home, or a house that strangers share
};

/// Gives out homes, each address once but for those who share a building.
class Homes {
 public:
  Homes(const Municipality& municipality, const std::string& names, bool crowded);

  Home house(Dice& dice);
  Home flat(Dice& dice);
  Home care_home(Dice& dice);
  Home shared_house(Dice& dice);
  /// Where a family lives: a house or a flat.
  Home any(Dice& dice);
  std::pair<Home, Home> neighbours(Dice& dice);

 private:
  struct Block {
    Home home{};
    std::uint32_t floors = 0;
    std::uint32_t a_floor = 0;
    std::uint32_t taken = 0;
  };
  Home lot(Dice& dice);
  Home in_block(Block& block) const;
  Block new_block(Dice& dice);
  std::string block_name(Dice& dice) const;

  const Municipality* municipality_;
  bool crowded_;
  std::uint32_t lots_ = 0;
  std::vector<std::string> heads_;
  std::vector<std::string> tails_;
  std::vector<std::string> home_names_;
  std::vector<Block> open_;
  std::vector<Block> care_homes_;
  std::vector<Block> shared_;
};

}  // namespace bench::population
