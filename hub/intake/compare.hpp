// What another version of an adapter, or another mapping, would change in deliveries that are kept:
// both read the same bytes side by side, in processes of their own. Writes nothing.
#pragma once

#include <map>
#include <utility>

#include "hub/intake/reading.hpp"

namespace hub::intake {

enum class Difference { added, gone, changed };

std::string_view name_of(Difference difference) noexcept;

struct ComparedRecord {
  base::RecordId id;
  domain::RecordKind kind = domain::RecordKind::person;
  std::int64_t line = 0;  ///< where the new version has it; of one that is gone, the old
  Difference difference = Difference::changed;
  std::vector<std::string> fields;  ///< JSON Pointers, never a value; of one that changed
};

struct ComparedRemark {
  Remark remark;
  bool appears = false;  ///< else it vanishes
};

/// How one version read the delivery as a whole.
struct ReadCounts {
  std::int64_t records = 0;
  std::int64_t rejects = 0;
  std::int64_t warnings = 0;
  std::string refusal;
};

struct ComparedDelivery {
  base::ArrivalId arrival;
  std::string feed;
  base::UtcMillis received_at{};
  ReadCounts now;
  ReadCounts then;
  std::map<Difference, std::int64_t> counts;
  std::int64_t same = 0;
  /// In how many records a field differs, by kind and pointer.
  std::map<std::pair<domain::RecordKind, std::string>, std::int64_t> fields;
};

/// Hears of one delivery after the other, its records and remarks first. False: nobody listens.
class CompareSink {
 public:
  virtual ~CompareSink() = default;
  virtual bool versions(const std::string& now, const std::string& then) = 0;
  virtual bool record(const base::ArrivalId& arrival, const ComparedRecord& record) = 0;
  virtual bool remark(const base::ArrivalId& arrival, const ComparedRemark& remark) = 0;
  virtual bool delivery(const ComparedDelivery& delivery) = 0;
  /// Asked while one is read.
  virtual bool stays() = 0;
};

/// How a source is read: now, or as somebody would have it.
struct TwoVersions {
  const profile::Source& source;
  const Places& places;
  const Version& now;
  const Version& then;
  std::size_t most_leaves = intake::most_leaves;
};

/// The last deliveries of which the bytes are kept, the oldest of them first; `not_found` where
/// there are none.
base::Result<> compare_versions(service::Context& context, const TwoVersions& versions,
                                std::size_t last, CompareSink& sink);

}  // namespace hub::intake
