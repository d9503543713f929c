// Numbers: each system counts for itself, and what it counts tells nothing of who lives with whom.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tests/bench/population/contacts.hpp"

namespace bench::population {

class Registrar {
 public:
  /// Numbers are drawn from a range that fits so many persons, so that equal numbers of two systems
  /// occur, of different persons.
  Registrar(std::string insurer, std::uint32_t persons, std::uint64_t seed);

  /// Gives key, number and 世帯番号 to the rows of a unit, in the order of its contacts.
  void number(Dice& dice, const Unit& unit, std::span<const Contact> contacts, std::span<Row> rows);

 private:
  enum Series { kaigo, insured, shogai, certified, kodomo, receipts, konkyu, households, series };

  std::uint32_t next(Series of);
  void of_kaigo(Dice& dice, const Contact& contact, Row& row);
  void of_shogai(Dice& dice, const Contact& contact, Row& row);
  void of_kodomo(Dice& dice, const Unit& unit, const Contact& contact, Row& row);

  std::string insurer_;
  std::uint32_t bits_ = 0;
  std::array<std::uint32_t, series> counts_{};
  std::array<std::uint32_t, series> keys_{};
  // Of the unit under way, by its persons; empty or 0 until the first number is given.
  std::vector<std::string> insured_;
  std::vector<std::string> certified_;
  std::vector<std::uint32_t> children_;  ///< how often 子ども has written of the person
  std::vector<std::string> receipts_;    ///< by group
  std::vector<std::array<std::uint32_t, 2>> paths_;  ///< by group: guardians and siblings so far
  std::vector<std::string> house_numbers_;
};

}  // namespace bench::population
