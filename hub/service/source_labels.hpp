// What every cell of a source is by its origin: the profile says so, never the record.
#pragma once

#include "hub/service/context.hpp"

namespace hub::service {

/// `tax` for a source with `provenance: tax`, `youtai` likewise; `unknown`, which refuses, for a
/// source that the profile does not know any more.
domain::Labels source_labels(store::Reader& reader, const Book& book, store::SourceId source);

}  // namespace hub::service
