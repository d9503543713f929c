// All records that linkage compares, packed, in the order in which they came.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/block_key.hpp"
#include "hub/linkage/facts.hpp"
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

/// Which record a row belongs to: a bit a row, set where it is a further one of the record before,
/// counted by words. Few records have further rows.
class Owners {
 public:
  void add(std::size_t rows);
  [[nodiscard]] Place of(std::size_t row) const noexcept {
    const auto& word = words_[row / 64];
    const auto before = static_cast<Place>(row) - word.further_before;
    if (word.further == 0) return before;
    const auto up_to_row = ~std::uint64_t{0} >> (63 - row % 64);
    return before - static_cast<Place>(std::popcount(word.further & up_to_row));
  }
  /// Whether it is its record's only row.
  [[nodiscard]] bool is_alone(std::size_t row) const noexcept {
    return !is_further(row) && !is_further(row + 1);
  }

 private:
  struct Word {
    std::uint64_t further = 0;
    Place further_before = 0;  ///< in the words before
  };
  [[nodiscard]] bool is_further(std::size_t row) const noexcept {
    return row < rows_ && (words_[row / 64].further >> row % 64 & 1U) != 0;
  }
  std::vector<Word> words_;
  std::size_t rows_ = 0;
  Place further_ = 0;
};

/// Memory: 64 bytes a row and 44 for its block keys, 16 a record, 8 a number.
class Population {
 public:
  Place add(const PersonFacts& facts, const Preparer& preparer);
  void reserve(std::size_t records);

  [[nodiscard]] std::size_t records() const noexcept { return ids_.size(); }
  [[nodiscard]] RecordId id(Place record) const noexcept { return ids_[record]; }
  [[nodiscard]] std::span<const Packed> rows() const noexcept { return rows_; }
  /// Of each row, as in BlockKeys.
  [[nodiscard]] std::span<const std::uint32_t> keys(Blocking blocking) const noexcept {
    return keys_[static_cast<std::size_t>(blocking)];
  }
  /// The record that a row belongs to.
  [[nodiscard]] Place record_of(std::size_t row) const noexcept { return owners_.of(row); }
  /// Whether the row is one of several of its record.
  [[nodiscard]] bool is_one_of_several(std::size_t row) const noexcept {
    return !owners_.is_alone(row);
  }
  struct RowRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] RowRange row_range(Place record) const noexcept {
    return {row_begin_[record], row_begin_[record + 1]};
  }
  [[nodiscard]] std::span<const Packed> rows_of(Place record) const noexcept {
    return rows().subspan(row_begin_[record], row_begin_[record + 1] - row_begin_[record]);
  }
  /// Rows that will soon be asked for.
  [[gnu::always_inline]] void fetch(Place record) const noexcept {
    __builtin_prefetch(&rows_[row_begin_[record]]);
  }
  [[nodiscard]] std::span<const NumberKey> numbers_of(Place record) const noexcept;

 private:
  std::vector<Packed> rows_;
  std::array<std::vector<std::uint32_t>, blocking_count> keys_;
  Owners owners_;
  std::vector<RecordId> ids_;
  std::vector<std::uint32_t> row_begin_{0};
  std::vector<std::uint32_t> number_begin_{0};
  std::vector<NumberKey> numbers_;
};

NumberKey number_key(const NumberFacts& number) noexcept;

}  // namespace hub::linkage
