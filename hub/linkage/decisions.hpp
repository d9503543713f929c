// What named officers decided about pairs of records: kept for ever, stronger than any rule.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "hub/linkage/facts.hpp"

namespace hub::linkage {

/// Several officers may have spoken of one pair: "two persons" stands.
class Decisions {
 public:
  using Pair = std::pair<RecordId, RecordId>;

  void tell_apart(RecordId a, RecordId b);
  void join(RecordId a, RecordId b);
  /// Takes a decision back.
  void forget(RecordId a, RecordId b);

  [[nodiscard]] bool told_apart(RecordId a, RecordId b) const noexcept;
  /// Each pair once, the smaller id first.
  [[nodiscard]] std::vector<Pair> joined() const;
  /// Of one record, in ascending order.
  [[nodiscard]] const std::vector<RecordId>& joined_to(RecordId record) const noexcept;

 private:
  using Others = std::unordered_map<RecordId, std::vector<RecordId>>;
  Others apart_;
  Others together_;
};

}  // namespace hub::linkage
