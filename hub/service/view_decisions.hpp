// Officers' decisions and findings, as the review queue shows them: ids, words and days. The
// reason, which may name anybody, is shown to an officer who may decide, and to nobody else.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/named_decisions.hpp"

namespace hub::service {

/// `waiting`: only those that no second officer has looked at. The newest first.
Shown view_decisions(store::Reader& reader, bool waiting, std::size_t at_most, base::UtcMillis at,
                     const ViewSink& sink);

/// One with its reason, as the gate clears it for the asker's own use: `forbidden` for anybody who
/// may not decide.
base::Result<Shown> view_decision(store::Reader& reader, const Book& book,
                                  const store::DecisionId& id, std::string_view asker,
                                  base::UtcMillis at, const ViewSink& sink);

/// Findings of harm that stand.
Shown view_harms(store::Reader& reader, const ViewSink& sink);

}  // namespace hub::service
