// Pairs of records that linkage weighed and found worth keeping: why they may be one person, how
// sure that is, and whether a named officer is asked about them.
#pragma once

#include <functional>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// Seen from one of the two.
struct LinkEdge {
  RecordRow other;
  std::uint8_t bond = 0;  ///< linkage::Bond
  std::int32_t score = 0;
  std::optional<std::uint8_t> doubt;  ///< why an officer is asked
  friend bool operator==(const LinkEdge&, const LinkEdge&) = default;
};

/// By the other record, ascending.
std::vector<LinkEdge> edges_of(Reader& reader, RecordRow record);
/// Brings the record's edges to these, in both directions; both sorted by the other record.
void change_edges(Transaction& transaction, RecordRow record, const std::vector<LinkEdge>& before,
                  const std::vector<LinkEdge>& after);
void set_doubt(Transaction& transaction, RecordRow one, RecordRow other,
               std::optional<std::uint8_t> doubt);

struct AskedPair {
  RecordRow one;
  RecordRow other;
  std::int32_t score = 0;
  std::uint8_t doubt = 0;
};
/// All pairs about which somebody is asked, the likeliest first.
void each_asked(Reader& reader, const std::function<bool(const AskedPair&)>& see);

}  // namespace hub::store
