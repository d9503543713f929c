#include "tests/bench/population/address_writer.hpp"

#include <array>
#include <string_view>

#include "tests/bench/population/text.hpp"
#include "tests/bench/population/typing.hpp"

namespace bench::population {

namespace {

constexpr std::array<std::string_view, 10> kanji_digits = {"〇", "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};

/// 一 … 九十九
std::string kanji_number(std::uint32_t number) {
  std::string made;
  if (number >= 20) made += kanji_digits[number / 10];
  if (number >= 10) made += "十";
  if (number % 10 != 0) made += kanji_digits[number % 10];
  return made;
}

/// 二七七一
std::string kanji_by_digit(std::uint32_t number) {
  std::string made;
  for (const char digit : std::to_string(number))
    made += kanji_digits[static_cast<std::size_t>(digit - '0')];
  return made;
}

/// Hyphens seen before a digit, and those that CP932 cannot hold.
constexpr std::array<std::string_view, 7> hyphens = {"－", "－", "－", "‐", "ー", "―", "ｰ"};
constexpr std::array<std::string_view, 4> strange_hyphens = {"−", "–", "⁻", "₋"};
constexpr std::uint32_t strange_percent = 8;

std::uint32_t slipped(Dice& dice, std::uint32_t number) {
  return static_cast<std::uint32_t>(std::stoul(digit_slip(dice, std::to_string(number))));
}

}  // namespace

/// Prefecture, city and town.
std::string AddressWriter::area(Dice& dice, Row& row, const TownName& town) const {
  std::string made;
  if (!rates_->befalls(dice, row, Dirt::no_prefecture)) {
    made = municipality_->prefecture + municipality_->city;
  } else if (!rates_->befalls(dice, row, Dirt::no_city)) {
    made = municipality_->city;
  }
  const bool oaza = town.oaza ? dice.percent(50) : dice.chance((*rates_)[Dirt::oaza]);
  if (oaza && town.chome == 0) {
    row.dirt.add(Dirt::oaza);
    made += "大字";
  }
  made += town.base;
  const bool small = made.find("ヶ") != std::string::npos;
  if ((small || made.find("ケ") != std::string::npos) &&
      rates_->befalls(dice, row, Dirt::ke_variant)) {
    constexpr std::array<std::string_view, 2> others = {"ケ", "が"};
    made = small ? replaced(made, "ヶ", dice.one_of(others)) : replaced(made, "ケ", "ヶ");
  }
  return made;
}

/// 一丁目2番3号, 1丁目2-3, 1-2-3
std::string AddressWriter::with_chome(Dice& dice, const Home& home, const TownName& town,
                                      Row& row) const {
  std::string made;
  const std::string first = std::to_string(home.first);
  const std::string second = home.second == 0 ? "" : std::to_string(home.second);
  const bool chome = rates_->befalls(dice, row, Dirt::chome);
  if (chome) {
    made = (dice.percent(23) ? kanji_number(town.chome) : std::to_string(town.chome)) + "丁目";
  } else {
    made = std::to_string(town.chome) + "-";
  }
  if (chome && rates_->befalls(dice, row, Dirt::ban_go)) {
    return made + first + "番" + (second.empty() ? "" : second + "号");
  }
  return made + first + (second.empty() ? "" : "-" + second);
}

/// 2771番地1, 2771番地の1, 2771-1, 二七七一番地
std::string AddressWriter::with_banchi(Dice& dice, const Home& home, Row& row) const {
  if (rates_->befalls(dice, row, Dirt::kanji_number)) {
    row.dirt.add(Dirt::banchi);
    return kanji_by_digit(home.first) + "番地" +
           (home.second == 0 ? "" : "の" + kanji_number(home.second % 100));
  }
  const std::string first = std::to_string(home.first);
  const std::string second = home.second == 0 ? "" : std::to_string(home.second);
  if (!rates_->befalls(dice, row, Dirt::banchi))
    return first + (second.empty() ? "" : "-" + second);
  if (second.empty()) return first + "番地";
  return first + (dice.percent(50) ? "番地" : "番地の") + second;
}

std::string AddressWriter::number(Dice& dice, const Home& home, const TownName& town,
                                  Row& row) const {
  std::string made =
      town.chome != 0 ? with_chome(dice, home, town, row) : with_banchi(dice, home, row);
  const bool joined = made.find('-') != std::string::npos;
  if (joined && rates_->befalls(dice, row, Dirt::odd_hyphen)) {
    const bool strange = !is_cp932(row.source) && dice.percent(strange_percent);
    if (strange) row.dirt.add(Dirt::outside_cp932);
    made = replaced(made, "-", strange ? dice.one_of(strange_hyphens) : dice.one_of(hyphens));
  }
  if (rates_->befalls(dice, row, Dirt::full_width_digits)) made = full_width_digits(made);
  return made;
}

/// What the desk knows of it, or took for it.
Home AddressWriter::as_known(Dice& dice, const Home& home, Row& row) const {
  Home known = home;
  if (known.second != 0 && rates_->befalls(dice, row, Dirt::no_branch)) known.second = 0;
  if (known.room != 0 && rates_->befalls(dice, row, Dirt::no_room)) known.room = 0;
  if (!rates_->befalls(dice, row, Dirt::house_typo)) return known;
  if (known.second != 0 && dice.percent(50)) {
    known.second = slipped(dice, known.second);
  } else {
    known.first = slipped(dice, known.first);
  }
  return known;
}

void AddressWriter::put_building(Dice& dice, const Home& home, Row& row) const {
  if (home.building.empty()) return;
  std::string room;
  if (home.room != 0) {
    room = std::to_string(home.room);
    if (row.dirt.has(Dirt::full_width_digits)) room = full_width_digits(room);
    if (dice.percent(30)) room += "号室";
  }
  if (home.room != 0 && rates_->befalls(dice, row, Dirt::building_glued)) {
    row.address += dice.percent(50) ? "-" + room : room;
    return;
  }
  const std::string gap = dice.percent(50) && !room.empty() ? " " : "";
  const std::string building = home.building + gap + room;
  if (row.source == Source::kaigo) row.building = building;
  if (row.source == Source::kaigo && !rates_->befalls(dice, row, Dirt::building_repeated)) return;
  row.address += (dice.percent(60) ? "　" : " ") + building;
}

void AddressWriter::write(Dice& dice, const Home& home, Row& row) const {
  if (rates_->befalls(dice, row, Dirt::no_address)) return;
  const TownName& town = municipality_->towns[home.town];
  const Home known = as_known(dice, home, row);
  row.address = area(dice, row, town);  // one after the other: each rolls
  row.address += number(dice, known, town, row);
  put_building(dice, known, row);
  const std::size_t digits = 7 - municipality_->postal_head.size();
  row.postal_code = municipality_->postal_head + padded(home.town, digits);
  const bool parted = row.source == Source::kodomo || row.source == Source::konkyu;
  if (parted) row.postal_code.insert(3, "-");
}

}  // namespace bench::population
