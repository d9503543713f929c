// By which other way a datum that consent does not open could go to the same recipient: a sitting
// of a body that the municipality has, or a named officer's decision. The gate itself is asked,
// with what people would have to do taken as done; what then still refuses shuts the way.
#pragma once

#include <string_view>
#include <vector>

#include "hub/domain/facts.hpp"
#include "hub/domain/gate.hpp"
#include "hub/service/situation.hpp"

namespace hub::service {

/// Whether a ground reaches such a recipient at all (GATE 11): AGENCY is for public bodies alone,
/// INTERNAL for the municipality's own desks.
bool reaches(domain::ForumClass ground, domain::RecipientKind recipient);

struct OtherWay {
  const domain::LegalBasis* basis = nullptr;  ///< borrowed from the book
  std::string_view needs;                     ///< what opens it: "sitting", "officer"
  domain::Labels opens;                       ///< of the items that were asked about
  domain::Verdict shut;                       ///< where it opens none: why
};

/// `items`: that do not go as it stands.
std::vector<OtherWay> other_ways(const Book& book, const Situated& situated, domain::Labels items);

}  // namespace hub::service
