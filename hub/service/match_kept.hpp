// A candidate as a line, and an offer as it is kept: with needs, reasons and conditions as they
// were, so that rules which change later change nothing of it.
#pragma once

#include <string>

#include "hub/matching/match.hpp"
#include "hub/service/needs.hpp"

namespace hub::service {

/// "certificate, age": names of the fields of a set.
std::string fields_of(domain::FieldSet fields);

std::string candidate_line(const ResourceFacts& facts, const matching::Candidate& candidate,
                           const domain::MatchingRules& rules);

std::string kept_offer(const Needs& needs, domain::Labels items, const matching::Fit& fit,
                       const matching::Reasons& reasons, const domain::MatchingRules& rules);

}  // namespace hub::service
