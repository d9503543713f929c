// A consultation that is delivered again brings all of its concerns with it: a concern that it
// named before and names no more is gone from the source, whatever the kind of delivery.
#pragma once

#include <vector>

#include "hub/service/record_ids.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Concerns of the consultation (its MatchKind::consultation token) that the feed holds and that
/// are not among `named`.
std::vector<base::RecordId> vanished_concerns(store::Reader& reader, store::FeedRow feed,
                                              crypto::Token consultation, const RecordIds& named);

}  // namespace hub::service
