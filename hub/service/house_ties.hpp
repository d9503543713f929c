// What ties a person to others: the addresses and household numbers that their records share.
#pragma once

#include <vector>

#include "hub/linkage/household.hpp"
#include "hub/service/context.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// Somebody whom a key ties to the person.
struct Tie {
  store::Residence other;
  linkage::HouseholdRule rule;
  crypto::Token key;
};

/// All addresses and household numbers of a person, those of hints included. Sorted, each once.
std::vector<crypto::Token> household_keys(store::Reader& reader, store::PersonRow person);
/// To everybody who bears one of these keys of the person.
std::vector<Tie> ties_by(store::Reader& reader, store::PersonRow person,
                         const std::vector<crypto::Token>& keys);
/// The rule says more than the evidence (a name_of(HouseholdRule)) of a membership.
bool says_more(linkage::HouseholdRule rule, std::string_view than);

}  // namespace hub::service
