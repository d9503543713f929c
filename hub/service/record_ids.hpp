// A set of record ids of one delivery: a million fit.
#pragma once

#include <cstring>
#include <unordered_set>

#include "hub/base/ids.hpp"

namespace hub::service {

/// An id is a keyed hash itself (store::record_id), so eight of its bytes are hash enough.
struct RecordIdHash {
  std::size_t operator()(const base::RecordId& id) const noexcept {
    std::size_t out = 0;
    std::memcpy(&out, id.bytes().data() + id.bytes().size() - sizeof out, sizeof out);
    return out;
  }
};

using RecordIds = std::unordered_set<base::RecordId, RecordIdHash>;

}  // namespace hub::service
