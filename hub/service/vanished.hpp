// A consultation that is delivered again brings all of its concerns with it: a concern that it
// named before and names no more is gone from the source, whatever the kind of delivery.
#pragma once

#include <vector>

#include "hub/service/row_set.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Concerns of the consultation (its MatchKind::consultation token, which is of one feed) that are
/// held and not among `named`.
std::vector<base::RecordId> vanished_concerns(store::Reader& reader, crypto::Token consultation,
                                              const RowSet<store::RecordRow>& named);

}  // namespace hub::service
