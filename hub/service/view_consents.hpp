// What a person said about the support and about sharing, event by event; and which partners were
// told to stop using what they hold. Ids, codes and days: who spoke for the person, and where the
// paper lies, only as far as it is a code.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/stop.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// In the order it was written down.
base::Result<Shown> view_consents(store::Reader& reader, const base::PersonId& person,
                                  const ViewSink& sink);

/// `waiting`: those without the partner's answer. The newest first.
Shown view_stops(store::Reader& reader, const profile::Profile& profile, bool waiting,
                 std::size_t at_most, const ViewSink& sink);

/// What a word or a decision stopped: lines `in_flight`, `copy` and `held`.
void view_stopped(store::Reader& reader, const profile::Profile& profile, const Stopped& stopped,
                  const ViewSink& sink);

}  // namespace hub::service
