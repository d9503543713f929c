// Cases: their state, the household and persons they are about by id, and their referrals.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// The newest first.
void view_cases(store::Reader& reader, std::size_t at_most, const ViewSink& sink);
base::Result<Shown> view_case(store::Reader& reader, const base::CaseId& id, const ViewSink& sink);

}  // namespace hub::service
