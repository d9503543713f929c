// What one version of an adapter makes of one kept delivery, record by record, as hashes: nothing
// of it is staged, linked or kept.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/domain/record_kind.hpp"
#include "hub/intake/leaves.hpp"
#include "hub/intake/version.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::intake {

/// Some of a delivery's records: those whose ids end in these bits. A record's id is a keyed hash,
/// so the parts are of equal size.
struct Part {
  std::uint32_t ending = 0;
  int bits = 0;

  [[nodiscard]] bool holds(const base::RecordId& id) const noexcept;
  /// Of all parts one: what belongs to no record is told there.
  [[nodiscard]] bool is_first() const noexcept { return ending == 0; }
  [[nodiscard]] bool can_be_cut() const noexcept { return bits < 16; }
  [[nodiscard]] Part lower() const noexcept { return {ending, bits + 1}; }
  [[nodiscard]] Part upper() const noexcept { return {ending | (1U << bits), bits + 1}; }
};

struct Seen {
  domain::RecordKind kind = domain::RecordKind::person;
  std::int64_t line = 0;
  std::vector<Leaf> leaves;
};

struct Remark {
  std::int64_t line = 0;
  bool is_warning = false;
  std::string column;
  std::string code;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in every defaulted <=>
  friend auto operator<=>(const Remark&, const Remark&) = default;
};

struct IdHash {
  std::size_t operator()(const base::RecordId& id) const noexcept;
};

struct Reading {
  std::unordered_map<base::RecordId, Seen, IdHash> records;  ///< of the part
  std::vector<Remark> remarks;  ///< sorted; limits::rejects_kept of the delivery
  std::int64_t records_in_all = 0;
  std::int64_t rejects = 0;
  std::int64_t warnings = 0;
  std::string refusal;    ///< code; empty: the delivery can be used
  bool too_much = false;  ///< the part is to be cut: what was read is not all
};

/// One delivery of the feed that the plan stands for.
struct KeptDelivery {
  const service::FeedPlan& plan;
  const store::Arrival& arrival;
  std::string name;
};

/// Leaves of one version's reading at once, about 32 MiB: of more, the part is cut.
inline constexpr std::size_t most_leaves = 2'000'000;

/// Asked before each piece of input: false ends the reading with `unavailable`.
using GoOn = std::function<bool()>;

/// A process that dies or refuses is a reading with a refusal, not a failure.
base::Result<Reading> read_delivery(service::Context& context, Trial& trial,
                                    const KeptDelivery& delivery, const Part& part,
                                    std::size_t most, Pointers& pointers, const GoOn& go_on);

}  // namespace hub::intake
