// A record as an adapter emits it: read, checked against the case schema, and then closed. What it
// holds is about a person, so only a room with a key of its own looks inside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/domain/record_kind.hpp"
#include "hub/domain/sealed_keys.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::codec {

using tsunagu::json::Problem;
using tsunagu::json::View;

class Record {
 public:
  Record(domain::RecordKind kind, tsunagu::json::Document document)
      : document_(std::move(document)), kind_(kind) {}

  [[nodiscard]] domain::RecordKind kind() const noexcept { return kind_; }
  /// The adapter's own stable key; unique per source and kind.
  [[nodiscard]] std::string_view key() const noexcept;
  /// Borrowed from this record.
  template <domain::LooksInside Key>
  [[nodiscard]] View look(const Key&) const& noexcept {
    return document_.root();
  }
  template <domain::LooksInside Key>
  View look(const Key&) const&& = delete;

 private:
  tsunagu::json::Document document_;
  domain::RecordKind kind_;
};

/// Either a record, perhaps with warnings, or all that is wrong with it.
struct DecodedRecord {
  std::optional<Record> record;
  std::vector<Problem> errors;
  std::vector<Problem> warnings;  ///< members that this version does not know

  [[nodiscard]] bool ok() const noexcept { return record.has_value(); }
  /// All errors, one a line, without a value of the record.
  [[nodiscard]] std::string error_text() const;
};

/// Keeps its buffers between records. One thread at a time.
class RecordReader {
 public:
  RecordReader();
  /// At most limits::record_bytes of one JSON object.
  DecodedRecord read(std::string_view bytes);

 private:
  tsunagu::json::Reader reader_;
};

}  // namespace hub::codec
