// A set of row ids, one bit each: rows are numbered one after the other, so that a million of them
// need 128 KiB.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace hub::service {

/// `Row`: a store::RowId.
template <class Row>
class RowSet {
 public:
  /// False where it is in already.
  bool insert(Row row) {
    const auto at = static_cast<std::size_t>(row.value);
    if (at >= bits_.size()) bits_.resize(at + 1);
    const bool added = !bits_[at];
    bits_[at] = true;
    return added;
  }
  void erase(Row row) {
    const auto at = static_cast<std::size_t>(row.value);
    if (at < bits_.size()) bits_[at] = false;
  }
  [[nodiscard]] bool contains(Row row) const {
    const auto at = static_cast<std::size_t>(row.value);
    return at < bits_.size() && bits_[at];
  }

  /// The first of those after `row`.
  [[nodiscard]] std::optional<Row> next(Row row) const {
    const auto from =
        bits_.begin() + std::min(row.value + 1, static_cast<std::int64_t>(bits_.size()));
    const auto at = std::find(from, bits_.end(), true);
    if (at == bits_.end()) return std::nullopt;
    return Row{at - bits_.begin()};
  }

 private:
  std::vector<bool> bits_;
};

}  // namespace hub::service
