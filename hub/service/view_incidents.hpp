// An incident as an officer follows it: what is due when, what rested on it, whom it is about, who
// holds a copy and what he answered, and by which of the law's criteria it must be reported. Names
// no person and no value.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/incidents.hpp"

namespace hub::service {

/// A line `incident` each, the newest first.
void view_incidents(store::Reader& reader, const Book& book, base::UtcMillis now,
                    std::size_t at_most, const ViewSink& sink);

/// Lines `incident`, `deadline`, `person`, `row`, `copy`, `judged`.
base::Result<Shown> view_incident(store::Reader& reader, const Book& book,
                                  const store::IncidentId& id, base::UtcMillis now,
                                  const ViewSink& sink);

/// How many have a step that is due and not done.
std::int64_t count_incidents_overdue(store::Reader& reader, const Book& book, base::UtcMillis now);

}  // namespace hub::service
