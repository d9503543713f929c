// What of a delivery could not be used, and what was remarked about the rest: line, column, code,
// reason; never a value.
#pragma once

#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

struct Reject {
  std::int64_t line = 0;
  std::string column;
  std::string code;
  std::string reason;
};

void add_reject(Transaction& transaction, ArrivalRow arrival, const Reject& reject);
/// In order of line.
std::vector<Reject> list_rejects(Reader& reader, ArrivalRow arrival, std::size_t at_most);

/// Something odd that was taken all the same: a column added, a value repaired.
void add_warning(Transaction& transaction, ArrivalRow arrival, const Reject& warning);
/// In order of line.
std::vector<Reject> list_warnings(Reader& reader, ArrivalRow arrival, std::size_t at_most);
/// Both: the delivery is decoded anew.
void forget_remarks(Transaction& transaction, ArrivalRow arrival);

struct QuarantineEntry {
  base::UtcMillis at{};
  SourceId source{};
  ArrivalRow arrival;  ///< none where the bytes were refused before they were kept
  crypto::Digest sha256{};
  std::int64_t line = 0;
  std::string column;
};

/// A 個人番号 was found (番号法20条, SAFETY 24): destroys the kept bytes, names and rejects of the
/// arrival, closes it, and writes the entry, all in this transaction. Follow it with
/// Writer::forget_log() so that the old pages leave the disk too.
void quarantine(Transaction& transaction, const QuarantineEntry& entry);
std::vector<QuarantineEntry> list_quarantine(Reader& reader, std::size_t at_most);

}  // namespace hub::store
