// One record on its way, step by step: what `tsunagu adapter try` shows. Nothing is written, no
// store is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/gate.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/normalize/tables.hpp"
#include "hub/workshop/subject.hpp"

namespace hub::workshop {

/// A match key, and what it was made of.
struct MatchKey {
  std::string pointer;  ///< "/names/0/fullName"
  std::string key;      ///< empty: none can be made
};

/// One field, and what the gate would say of it to another agency's seat at a 重層的支援会議.
struct TriedField {
  std::string pointer;
  std::string value;  ///< as JSON has it; of this file only
  domain::Labels labels;
  domain::Verdict consented;    ///< with a consent that covers everything but tax data
  domain::Verdict unconsented;  ///< nobody asked
};

struct TriedRecord {
  std::optional<domain::RecordKind> kind;
  std::string key;
  std::vector<std::string> errors;  ///< against the case schema; such a record is rejected
  std::vector<MatchKey> match_keys;
  std::vector<TriedField> fields;
};

/// `settings` as the adapter got them: Subject::settings().
TriedRecord try_record(const Line& line, const tsunagu::wire::Manifest& manifest,
                       const std::string& feed, const tsunagu::wire::Settings& settings,
                       const normalize::Tables& tables);

/// A delivery as it reads, decoded once.
class RawText {
 public:
  /// `encodings`: Subject::encodings().
  RawText(const std::string& delivery, tsunagu::text::EncodingSet encodings);

  /// "cp932"; empty: it could not be read.
  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  /// A physical line, counted from 1; empty where there is none.
  [[nodiscard]] std::string_view line(std::uint64_t number) const;

 private:
  std::string text_;
  std::string encoding_;
};

}  // namespace hub::workshop
