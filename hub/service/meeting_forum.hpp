// Which forum a meeting was, as the book of legal bases knows it: a row that a municipality adds
// needs no rebuild. A record that names a forum without a row, or one that is no meeting, is
// returned.
#pragma once

#include <string>
#include <vector>

#include "hub/codec/labelled.hpp"
#include "hub/codec/record.hpp"
#include "hub/domain/legal_basis.hpp"

namespace hub::service {

struct MeetingForums {
  std::string unknown{};  ///< JSON Pointer to the first that is no forum of ours
  std::vector<codec::AddedLabel>
      labels{};  ///< what forums of the municipality's own book lay on it
};

/// Of a conference record; of every other kind, nothing.
MeetingForums forums_of(const codec::Record& record, const domain::LegalBases& bases);

}  // namespace hub::service
