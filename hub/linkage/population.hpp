// All records that linkage compares, packed, in the order in which they came.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/facts.hpp"
#include "hub/linkage/packed.hpp"
#include "hub/linkage/prepare.hpp"

namespace hub::linkage {

/// (system, value) in 64 bits: whether everybody has one at most, eleven of the system, the rest of
/// the value's hash.
using NumberKey = std::uint64_t;

constexpr std::uint64_t system_of(NumberKey key) noexcept {
  return key >> 52U;
}

constexpr bool is_one_each(NumberKey key) noexcept {
  return key >> 63U != 0;
}

/// What the numbers of two records say; the stronger last.
enum class Told : std::uint8_t {
  nothing,
  doubtful,  ///< two numbers of a system in which a person may have two
  apart,     ///< two numbers of a system in which nobody has two
  same
};

Told told_by(std::span<const NumberKey> a, std::span<const NumberKey> b) noexcept;

/// A record by its place; places are the run's own, ids are the caller's.
using Place = std::uint32_t;

/// Memory: 64 bytes a row, 20 a record, 8 a number.
class Population {
 public:
  Place add(const PersonFacts& facts, const Preparer& preparer);
  void reserve(std::size_t records);

  [[nodiscard]] std::size_t records() const noexcept { return ids_.size(); }
  [[nodiscard]] RecordId id(Place record) const noexcept { return ids_[record]; }
  [[nodiscard]] std::span<const Packed> rows() const noexcept { return rows_; }
  /// The record that a row belongs to.
  [[nodiscard]] Place record_of(std::size_t row) const noexcept { return owners_[row]; }
  [[nodiscard]] std::span<const Packed> rows_of(Place record) const noexcept;
  [[nodiscard]] std::span<const NumberKey> numbers_of(Place record) const noexcept;

 private:
  std::vector<Packed> rows_;
  std::vector<Place> owners_;
  std::vector<RecordId> ids_;
  std::vector<std::uint32_t> row_begin_{0};
  std::vector<std::uint32_t> number_begin_{0};
  std::vector<NumberKey> numbers_;
};

NumberKey number_key(const NumberFacts& number) noexcept;

}  // namespace hub::linkage
