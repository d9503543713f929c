// What is kept sealed with a referral: the desk's own word for the recipient, and among whom a
// person has to choose while there is none.
#pragma once

#include <string>
#include <vector>

#include "hub/profile/profile.hpp"
#include "hub/service/way.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

struct Candidate {
  std::string desk;
  std::string name;
};

struct Choice {
  std::vector<Candidate> candidates;
  std::string why;
};

std::string referral_body(const profile::Profile& profile, std::string_view recipient,
                          std::string_view urgency, const Way& way);

/// routine, soon or immediate.
std::string urgency_in(const store::StoredReferral& referral);

/// Empty where nobody has to choose.
Choice choice_in(const store::StoredReferral& referral);

}  // namespace hub::service
