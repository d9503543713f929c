// Joins an applied person record to a person, and the person to a household, by what hub/linkage
// decides over the stored tokens. Every link can be undone; sources never change.
#pragma once

#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/match_token.hpp"
#include "hub/store/households.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// What applying one person record led to.
struct Linked {
  store::PersonRow person;
  bool created = false;
  bool ambiguous = false;  ///< several persons fit: nobody was joined, a person has to look
};

/// A record that is new or changed. A link that a rule made and that no token bears any more is
/// undone first; one that an officer made stays.
Linked link_person(store::Transaction& tx, store::RecordRow record,
                   const std::vector<crypto::Token>& tokens);

/// The household of a person by these tokens (address, household number); a household of one's own
/// where there is none. Of a hint's tokens: the person of the record that the hint is about.
void join_household(store::Transaction& tx, store::PersonRow person,
                    const std::vector<crypto::Token>& tokens);

/// Takes the person out of every household with somebody from whom one of the two hides.
void part_households(store::Transaction& tx, store::PersonRow person);

/// The person of the person record that bears `token` (MatchKind::person_record), if it is linked.
std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token);

}  // namespace hub::service
