// Cases: their state, the household and persons they are about by id, and their referrals. Of a
// household only those whom the looker may know of.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// The newest first.
void view_cases(store::Reader& reader, const Looker& looker, std::size_t at_most,
                const ViewSink& sink);
base::Result<Shown> view_case(store::Reader& reader, const Looker& looker, const base::CaseId& id,
                              const ViewSink& sink);

}  // namespace hub::service
