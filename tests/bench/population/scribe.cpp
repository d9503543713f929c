#include "tests/bench/population/scribe.hpp"

#include <array>
#include <string_view>

#include "tests/bench/population/cells.hpp"
#include "tests/bench/population/classes.hpp"
#include "tests/bench/population/text.hpp"
#include "tests/bench/population/typing.hpp"

namespace bench::population {

namespace {

std::string parted(const Day& day, std::string_view separator) {
  const bool padding = separator == "-";
  const auto two = [&](std::uint32_t n) { return padding ? padded(n, 2) : std::to_string(n); };
  return std::to_string(day.year) + std::string(separator) + two(day.month) +
         std::string(separator) + two(day.day);
}

/// 昭和18年6月5日, 昭和元年
std::string in_words(const Day& day) {
  const Era era = era_of(day);
  const std::string year = era.year == 1 ? "元" : std::to_string(era.year);
  std::string made = std::string(name_of_era(era.letter)) + year + "年";
  made += std::to_string(day.month) + "月";
  if (day.day != 0) made += std::to_string(day.day) + "日";
  return made;
}

/// 028-012-3456, 0900-123… in its usual parts.
std::string with_hyphens(const std::string& digits, std::size_t area) {
  const std::size_t last = digits.size() - 4;
  return digits.substr(0, area) + "-" + digits.substr(area, last - area) + "-" +
         digits.substr(last);
}

/// Of a kodomo consultation.
bool is_guardian(const Unit& unit, const Contact& contact) {
  return contact.being == contact.focus || is_parent(unit, contact.being, contact.focus);
}

}  // namespace

const Stay& stay_on(const Being& being, std::uint32_t day) noexcept {
  const Stay* now = &being.stays.front();
  for (const Stay& stay : being.stays) {
    if (stay.from <= day) now = &stay;
  }
  return *now;
}

Scribe::Scribe(const Municipality& municipality, const NameBook& names, const Rates& rates)
    : municipality_(&municipality),
      rates_(&rates),
      names_(names, rates),
      addresses_(municipality, rates) {}

Row Scribe::write(Dice& dice, const Unit& unit, const Contact& contact) const {
  const Being& being = unit.people[contact.being];
  Row row;
  row.source = contact.source;
  row.field = field_of(contact.source);
  row.recorded = contact.recorded;
  row.classes = contact.classes;
  row.concerns = concerns_of(contact.source, contact.classes);
  row.care_level = contact.care_level;
  row.certificate = contact.certificate;
  names_.write(dice, being, row);
  birthday(dice, being, row);
  sex(dice, being, row);
  place(dice, unit, contact, row);
  phone(dice, unit, contact, row);
  family(dice, unit, contact, row);
  if (row.source != Source::life) rates_->befalls(dice, row, Dirt::break_word);
  return row;
}

void Scribe::birthday(Dice& dice, const Being& being, Row& row) const {
  Day day = being.born;
  if (row.source != Source::life && rates_->befalls(dice, row, Dirt::no_birthday)) return;
  if (rates_->befalls(dice, row, Dirt::birthday_typo)) day = day_slip(dice, day);
  if (row.source == Source::life) {
    constexpr std::uint32_t everybodys = 15;
    row.dirt.add(Dirt::artificial_birthday);
    day.day = everybodys;
  }
  const bool part = row.source != Source::life && row.source != Source::kodomo;
  if (part && rates_->befalls(dice, row, Dirt::part_birthday)) day.day = 0;
  row.birth = spelled(dice, day, row);
}

/// By the habit of the source; the list of 生活困窮 has every spelling.
std::string Scribe::spelled(Dice& dice, const Day& day, Row& row) const {
  if (row.source == Source::kaigo) return seven_digits(day);
  if (row.source == Source::kodomo) return parted(day, "-");
  if (row.source != Source::konkyu) return std::to_string(day.digits());
  const std::uint32_t kind = dice.below(day.day == 0 ? 1 : 10);
  if (kind < 6) row.dirt.add(Dirt::era_spelling);
  if (kind < 2) return in_words(day);
  if (kind < 5) return short_era(day);
  if (kind < 6) return full_width_digits(in_words(day));
  return parted(day, kind < 9 ? "/" : "-");
}

void Scribe::sex(Dice& dice, const Being& being, Row& row) const {
  if (row.source != Source::life && rates_->befalls(dice, row, Dirt::no_sex)) return;
  const bool wrong = rates_->befalls(dice, row, Dirt::wrong_sex);
  row.sex = (being.sex == 1) != wrong ? "1" : "2";
}

void Scribe::place(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const {
  if (row.source == Source::life) return;
  const Being& being = unit.people[contact.being];
  if (row.source == Source::kodomo && contact.being != contact.focus) {
    // The form asks for an address of its own only where it differs.
    const bool left_out = dice.percent(is_guardian(unit, contact) ? 30 : 55);
    if (left_out) return row.dirt.add(Dirt::no_address);
  }
  const Stay& stay = stay_on(being, contact.recorded);
  if (stay.for_a_time) row.dirt.add(Dirt::stay_address);
  if (stay.from < being.stays.back().from && !stay.for_a_time &&
      stay.home != being.stays.back().home) {
    row.dirt.add(Dirt::old_address);
  }
  addresses_.write(dice, unit.homes[stay.home], row);
}

void Scribe::phone(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const {
  const Being& being = unit.people[contact.being];
  if (row.source == Source::life || row.source == Source::shogai) return;
  if (row.source == Source::kodomo && !is_guardian(unit, contact)) return;
  if (row.source == Source::kodomo && being.age() < 16) return;
  const std::string& line = unit.houses[being.house].landline;
  const bool mobile = line.empty() || dice.percent(row.source == Source::kaigo ? 20 : 80);
  std::string digits = mobile || line.empty() ? being.mobile : "";
  std::size_t area = 3;
  if (digits.empty() && !line.empty()) {
    digits = municipality_->phone_area + "0" + line;
    area = municipality_->phone_area.size();
    digits.resize(10);
  }
  if (digits.empty() || rates_->befalls(dice, row, Dirt::no_phone))
    return row.dirt.add(Dirt::no_phone);
  if (rates_->befalls(dice, row, Dirt::phone_typo))
    digits = digits.substr(0, 4) + digit_slip(dice, digits.substr(4));
  row.phone = dice.percent(85) ? with_hyphens(digits, area) : digits;
  if (!rates_->befalls(dice, row, Dirt::full_width_phone)) return;
  row.phone = dice.percent(50) ? full_width_digits(replaced(row.phone, "-", "－"))
                               : replaced(row.phone, "-", "ー");
}

/// Who came for the person, and who lives with them as they told it.
void Scribe::family(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const {
  const Being& being = unit.people[contact.being];
  if (contact.caller != nobody) {
    row.caller = names_.plain(unit.people[contact.caller]);
    row.caller_relation = relation(unit, contact.being, contact.caller);
  }
  if (row.source == Source::kodomo && contact.being != contact.focus) {
    row.relation = relation(unit, contact.focus, contact.being);
  } else if (row.source == Source::kodomo && being.age() >= 18) {
    row.relation = "本人";
  }
  const bool told = row.source == Source::kaigo || row.source == Source::konkyu;
  if (!told || !dice.percent(75)) return;
  const House& house = unit.houses[being.house];
  for (Index i = house.first; i < house.first + house.size; ++i) {
    const Being& other = unit.people[i];
    if (i == contact.being || other.born.digits() > contact.recorded) continue;
    if (!row.members.empty()) row.members += ";";
    row.members += relation(unit, contact.being, i);
    if (row.source == Source::kaigo) row.members += ":" + std::to_string(other.age());
  }
}

}  // namespace bench::population
