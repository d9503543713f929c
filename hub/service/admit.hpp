// Whether the hub takes what an adapter says as a record: it is of the schema and of a kind that
// the adapter's manifest names, holds no number that may not be kept and none of another source's
// numbering, and bears the labels that the manifest puts on it. Writes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/codec/record.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/rejects.hpp"

namespace hub::service {

/// A 個人番号 or the like came in: the delivery is to be quarantined.
struct Refused {
  std::int64_t line = 0;
  std::string column;  ///< JSON Pointer
};

/// One of the three.
struct Admitted {
  std::optional<codec::Record> record;
  std::string_view json;  ///< of the record, its labels included; until the next is read
  std::optional<store::Reject> reject;
  std::optional<Refused> refused;
};

/// One delivery, one thread. Borrows both.
class Admission {
 public:
  Admission(Context& context, const FeedPlan& plan) : context_(context), plan_(plan) {}

  /// Of records only these kinds are taken, the rest become rejects: what an adapter's manifest
  /// does not name, it has no business to say. Without this call, all.
  void accept_only(std::vector<domain::RecordKind> kinds) { accepted_ = std::move(kinds); }
  Admitted read(std::string_view json, std::int64_t line);

 private:
  [[nodiscard]] bool accepts(domain::RecordKind kind) const;
  Admitted with_labels(codec::Record record, std::string_view json, std::int64_t line);

  Context& context_;
  const FeedPlan& plan_;
  codec::RecordReader reader_;
  std::optional<std::vector<domain::RecordKind>> accepted_;
  std::string labelled_;
};

}  // namespace hub::service
