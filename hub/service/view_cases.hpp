// Cases: their state, the household and persons they are about by id, and their referrals. Of a
// household only those whom the looker may know of.
#pragma once

#include "hub/service/case_party.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/cases.hpp"

namespace hub::service {

/// The newest first, those that may be listed to who asks (case_party.hpp).
void view_cases(store::Reader& reader, const Book& book, const ListLook& look,
                const ViewSink& sink);
base::Result<Shown> view_case(store::Reader& reader, const Looker& looker, const base::CaseId& id,
                              const ViewSink& sink);

/// The one line that every list of cases is made of.
void view_line_of(store::Reader& reader, const Looker& looker, const store::StoredCase& about,
                  const ViewSink& sink);

}  // namespace hub::service
