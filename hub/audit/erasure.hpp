// The erasure of contents is itself a row of the chain, which names the rows that it emptied: so
// contents that are gone without one were taken, not erased.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/audit/entry.hpp"

namespace hub::audit {

/// Rows `first` to `last`, both of them.
struct Range {
  std::int64_t first = 0;
  std::int64_t last = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

inline constexpr std::string_view erased_action = "audit.erased";

/// The entry that tells of an erasure. `basis`: the rule that asks for it.
Entry erasure_of(const std::vector<Range>& rows, std::string_view actor, std::string_view basis);
/// The rows that an entry says are erased; none where it tells of something else.
std::vector<Range> erased_by(const Entry& entry);

/// Holds what is missing against what was told.
class Erasures {
 public:
  /// In order of the rows.
  void missing(std::int64_t seq);
  /// Row `by` tells of these; it can speak only of rows before it.
  void told(const std::vector<Range>& rows, std::int64_t by);
  /// The first row whose contents are gone although no row tells of it.
  [[nodiscard]] std::optional<std::int64_t> first_untold() const;

 private:
  std::vector<Range> missing_;
  std::vector<Range> told_;
};

}  // namespace hub::audit
