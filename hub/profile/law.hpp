// What holds in every municipality: legal_bases.yaml, purposes.yaml and consent_forms.yaml, read
// into the domain's types. Unknown keys stop the start with a suggestion; a form that names a forum
// or a purpose that doesn't exist is refused with its line.
#pragma once

#include <filesystem>

#include "hub/base/result.hpp"
#include "hub/domain/calendar.hpp"
#include "hub/domain/consent_form.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/domain/purpose.hpp"
#include "hub/profile/problem.hpp"

namespace hub::profile {

struct Law {
  domain::LegalBases bases;
  domain::Purposes purposes;
  domain::ConsentForms forms;
  domain::Calendar calendar;
};

/// Each reads one file of the folder `shared` and adds what is wrong to `problems`.
domain::LegalBases read_legal_bases(const std::filesystem::path& shared, Problems& problems);
domain::Purposes read_purposes(const std::filesystem::path& shared, Problems& problems);
/// Forums and purposes are checked against what was read before.
domain::ConsentForms read_consent_forms(const std::filesystem::path& shared,
                                        const domain::LegalBases& bases,
                                        const domain::Purposes& purposes, Problems& problems);

/// holidays.yaml; without the file there are no holidays but weekends and the turn of the year.
domain::Calendar read_calendar(const std::filesystem::path& shared, Problems& problems);

Law read_law(const std::filesystem::path& shared, Problems& problems);

/// A failure lists every problem, one a line.
base::Result<Law> load_law(const std::filesystem::path& shared);

}  // namespace hub::profile
