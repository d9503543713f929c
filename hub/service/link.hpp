// Joins an applied person record to a person by what hub/linkage decides over the stored tokens.
// Every link can be undone; sources never change.
#pragma once

#include <vector>

#include "hub/linkage/person.hpp"
#include "hub/service/context.hpp"
#include "hub/service/match_token.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Who makes a link or a membership that no officer made.
inline constexpr std::string_view by_rule = "linkage/1";

/// What applying one person record led to.
struct Linked {
  store::PersonRow person;
  bool created = false;
  bool ambiguous = false;  ///< others may be this person: nobody was joined, an officer has to look
};

/// A record that is new or changed. A link that a rule made and that no token bears any more is
/// undone first; one that an officer made stays.
Linked link_person(store::Transaction& tx, store::RecordRow record,
                   const std::vector<crypto::Token>& tokens);

/// A person whom a record's keys lead to, and whom neither an officer nor a system tells apart.
struct Fitting {
  store::PersonRow person;
  linkage::PersonRule rule;
};
/// Its own person among them, where another record of that person bears the key.
std::vector<Fitting> fitting(store::Reader& reader, store::RecordRow record, base::UtcMillis at);

/// Something rests on the person: a referral, a case, a word to an officer, his decision.
bool bears_matters(store::Reader& reader, store::PersonRow person);

/// The person of the person record that bears `token` (MatchKind::person_record), if it is linked.
std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token);

}  // namespace hub::service
