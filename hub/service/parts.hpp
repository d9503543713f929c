// Records that hang together by bonds, and into which persons hub/linkage parts them.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "hub/linkage/cluster.hpp"
#include "hub/service/open_records.hpp"
#include "hub/store/link_edges.hpp"

namespace hub::service {

/// The stored edges of records, read once each. One transaction.
class Edges {
 public:
  /// Borrows.
  Edges(store::Reader& reader, const linkage::Settings& settings)
      : reader_(reader), settings_(settings) {}

  const std::vector<store::LinkEdge>& of(store::RecordRow record);
  /// They were written meanwhile.
  void forget() { known_.clear(); }
  [[nodiscard]] bool is_bond(const store::LinkEdge& edge) const noexcept;
  /// The record, and all that hang together with it by bonds.
  std::set<store::RecordRow> part_of(store::RecordRow record);

 private:
  store::Reader& reader_;
  const linkage::Settings& settings_;
  std::map<store::RecordRow, std::vector<store::LinkEdge>> known_;
};

/// A pair of a part, and why it is asked about.
struct Asked {
  store::RecordRow one;
  store::RecordRow other;
  linkage::Doubt doubt{};
};

/// What settling one part comes to.
struct Settled {
  std::vector<std::vector<store::RecordRow>> persons{};  ///< the records of each, ascending
  std::vector<Asked> asked{};
};

/// By all that decides: bonds, officers' words, and who hides from whom.
Settled settle_records(OpenRecords& open, Edges& edges, const std::set<store::RecordRow>& part,
                       base::UtcMillis at);

}  // namespace hub::service
