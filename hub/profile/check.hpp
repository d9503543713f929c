// `tsunagu config check`: what a reader of one file can't see. Codes that name nothing, areas that
// share a town, days on which a field has no desk, sources without a ground.
#pragma once

#include <string>

#include "hub/base/failure.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/profile/profile.hpp"

namespace hub::profile {

/// Adds every contradiction of a profile that was read.
void check_profile(const Profile& profile, const domain::LegalBases& bases, Problems& problems);

/// All problems as one failure, a line each, in the order of files and lines.
base::Failure failure_of(Problems& problems, Language language = Language::ja);

}  // namespace hub::profile
