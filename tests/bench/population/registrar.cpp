#include "tests/bench/population/registrar.hpp"

#include <algorithm>
#include <bit>

#include "tests/bench/population/scribe.hpp"
#include "tests/bench/population/text.hpp"

namespace bench::population {

namespace {

/// Meets each number below 2^bits once, in an order of the key's own.
std::uint32_t permuted(std::uint32_t x, std::uint32_t bits, std::uint32_t key) noexcept {
  const std::uint32_t mask = (std::uint32_t{1} << bits) - 1;
  x = x * 0x9E3779B1U & mask;
  x ^= x >> (bits / 2);
  x = (x + key) * 0x85EBCA6BU & mask;
  return x ^ x >> (bits / 2 + 1);
}

/// In whose household somebody is registered: a stay for a time changes nothing.
Index register_house(const Unit& unit, const Being& being, std::uint32_t day) {
  const Stay& stay = stay_on(being, day);
  for (Index i = 0; i < unit.houses.size(); ++i) {
    if (unit.houses[i].home == stay.home && !stay.for_a_time) return i;
  }
  return being.house;
}

}  // namespace

Registrar::Registrar(std::string insurer, std::uint32_t persons, std::uint64_t seed)
    : insurer_(std::move(insurer)),
      bits_(std::max(10U, static_cast<std::uint32_t>(std::bit_width(persons)) + 1)) {
  for (std::size_t i = 0; i < series; ++i)
    keys_[i] = static_cast<std::uint32_t>(scatter(seed + i));
}

std::uint32_t Registrar::next(Series of) {
  const std::uint32_t mask = (std::uint32_t{1} << bits_) - 1;
  return permuted(counts_[of]++ & mask, bits_, keys_[of]) + 1;
}

void Registrar::of_kaigo(Dice& dice, const Contact& contact, Row& row) {
  std::string& own = insured_[contact.being];
  if (own.empty()) own = padded(next(insured), 10);
  const bool life = row.source == Source::life;
  const bool numbered = life || !dice.percent(contact.again ? 40 : 4);
  if (numbered) row.number = own;
  const bool by_atena = !life && (contact.again || !numbered || !dice.percent(2));
  row.key = by_atena ? "atena:" + padded(next(kaigo), 10) : "insured:" + insurer_ + ":" + own;
}

void Registrar::of_shogai(Dice& dice, const Contact& contact, Row& row) {
  std::string& own = certified_[contact.being];
  if (own.empty()) own = padded(next(certified), 10);
  if (!dice.percent(contact.again ? 40 : 12)) row.number = own;
  row.key = "atena:" + std::to_string(next(shogai));
}

/// 宛名番号 stands with most children and fewer of the others; who has none is named by the place
/// in the consultation. A second record of one person never has the first one's number.
void Registrar::of_kodomo(Dice& dice, const Unit& unit, const Contact& contact, Row& row) {
  if (receipts_.size() < contact.group) {
    receipts_.resize(contact.group);
    paths_.resize(contact.group);
  }
  std::string& receipt = receipts_[contact.group - 1];
  if (receipt.empty()) receipt = "C08-" + padded(next(receipts), 8);
  row.household_number = receipt;
  const bool focus = contact.being == contact.focus;
  const bool guardian =
      focus ? !row.relation.empty() : is_parent(unit, contact.being, contact.focus);
  std::string path = "child";
  if (!focus || guardian) {
    std::uint32_t& count = paths_[contact.group - 1][guardian ? 0 : 1];
    path = (guardian ? "guardians." : "siblings.") + std::to_string(count++);
  }
  const bool first = children_[contact.being]++ == 0;
  const bool numbered = dice.percent(focus ? 95 : first ? 70 : 30);
  row.key = numbered ? "atena:" + padded(next(kodomo), 10) : "sodan:" + receipt + "/" + path;
}

void Registrar::number(Dice& dice, const Unit& unit, std::span<const Contact> contacts,
                       std::span<Row> rows) {
  insured_.assign(unit.people.size(), {});
  certified_.assign(unit.people.size(), {});
  children_.assign(unit.people.size(), 0);
  receipts_.clear();
  paths_.clear();
  house_numbers_.clear();
  for (std::size_t i = 0; i < unit.houses.size(); ++i)
    house_numbers_.push_back(padded(next(households), 7));
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const Contact& contact = contacts[i];
    Row& row = rows[i];
    if (contact.source == Source::kaigo || contact.source == Source::life) {
      of_kaigo(dice, contact, row);
    } else if (contact.source == Source::shogai) {
      of_shogai(dice, contact, row);
    } else if (contact.source == Source::kodomo) {
      of_kodomo(dice, unit, contact, row);
    } else {
      row.key = "konkyu:K-" + padded(next(konkyu), 7);
    }
    if (contact.source == Source::kaigo && dice.percent(90)) {
      const Being& being = unit.people[contact.being];
      row.household_number = house_numbers_[register_house(unit, being, contact.recorded)];
    }
  }
}

}  // namespace bench::population
