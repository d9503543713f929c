// What became of a case, in time; written together with its state (cases.cpp). Who did it stands in
// the log.
#pragma once

#include <string>
#include <vector>

#include "hub/store/reader.hpp"

namespace hub::store {

struct CaseEvent {
  base::UtcMillis at{};
  std::string from;  ///< hub/domain's word; empty: it was opened, or nobody knows any more
  std::string to;
};

/// The oldest first.
std::vector<CaseEvent> events_of(Reader& reader, CaseRow row);

}  // namespace hub::store
