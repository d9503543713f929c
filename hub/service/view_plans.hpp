// Plans: their state, revision and terms to whoever may ask; what is written in them, who does what
// and how it went only to an officer who works on the case, as the gate clears it for his own use.
#pragma once

#include "hub/service/case_party.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/plans.hpp"

namespace hub::service {

/// The newest first, those that may be listed to who asks (case_party.hpp); before them how many
/// of these wait to be ratified and how many are overdue.
void view_plans(store::Reader& reader, const Book& book, const ListLook& look,
                const ViewSink& sink);
/// The one line that every list of plans is made of.
void view_line_of(store::Reader& reader, const store::StoredPlan& plan, base::UtcMillis at,
                  const ViewSink& sink);
/// Active and not looked at by their day; likewise.
void view_overdue(store::Reader& reader, const Book& book, const ListLook& look,
                  const ViewSink& sink);
base::Result<Shown> view_plan(store::Reader& reader, const Book& book, const store::PlanId& id,
                              std::string_view asker, base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
