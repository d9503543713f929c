// Counts that can't identify anybody once they are published: 1 to 9 are hidden, and as many others
// with them as it takes that no sum (row, column, whole) gives one back. Pure.
//
// A table of counts with its sums is a flow: from a source through rows and columns back to it.
// What a reader knows are the flows that are shown; a hidden one may be anything that still
// balances. So how far a reader can narrow it down is found exactly, and the promise is: whatever
// is shown, every count from 1 to 9 remains possible for each hidden count of 1 to 9.
#pragma once

#include <cstdint>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::domain {

inline constexpr std::int64_t smallest_published = 10;

/// A count as it may be published.
struct PublishedCount {
  std::int64_t count = 0;
  bool shown = true;  ///< false: print a mark in its place, never the count

  friend bool operator==(const PublishedCount&, const PublishedCount&) = default;
};

/// Counts of `rows` × `columns`, row by row, with all their sums.
class PublishedTable {
 public:
  /// `invalid` where a count is negative or the rows are not equally long.
  static base::Result<PublishedTable> of(const std::vector<std::vector<std::int64_t>>& counts);

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  [[nodiscard]] const PublishedCount& cell(std::size_t row, std::size_t column) const {
    return edges_[row * columns_ + column];
  }
  [[nodiscard]] const PublishedCount& of_row(std::size_t row) const {
    return edges_[rows_ * columns_ + row];
  }
  [[nodiscard]] const PublishedCount& of_column(std::size_t column) const {
    return edges_[rows_ * columns_ + rows_ + column];
  }
  [[nodiscard]] const PublishedCount& whole() const { return edges_.back(); }

 private:
  friend class Hiding;
  PublishedTable() = default;

  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<PublishedCount> edges_;  // cells, sums of rows, sums of columns, the whole
};

}  // namespace hub::domain
