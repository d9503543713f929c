// What every cell of a source is by its origin: the profile says so, never the record.
#pragma once

#include <string_view>

#include "hub/service/context.hpp"

namespace hub::service {

/// What a partner brings by webhook is a source of its own: `webhook-<partner>`.
inline constexpr std::string_view webhook_source = "webhook-";

/// `tax` for a source with `provenance: tax`, `youtai` likewise; `unknown`, which refuses, for a
/// source or partner that the profile does not know any more.
domain::Labels source_labels(store::Reader& reader, const Book& book, store::SourceId source);

}  // namespace hub::service
