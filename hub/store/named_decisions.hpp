// Officers' decisions to share without consent and sitting, append-only, and the queue of those
// that no second officer has looked at yet.
#pragma once

#include <string_view>
#include <vector>

#include "hub/domain/named_decision.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using DecisionId = base::Id<struct NamedDecisionTag>;
using DecisionRow = RowId<struct DecisionRowTag>;

struct StoredDecision {
  DecisionRow row;
  DecisionId id;
  domain::NamedDecision decision;
};

/// The person must be the decision's own.
DecisionId add_decision(Transaction& transaction, PersonRow person,
                        const domain::NamedDecision& decision);

std::optional<StoredDecision> find_decision(Reader& reader, const DecisionId& id);
/// About that person to that recipient, the oldest first, whether or not they still hold.
std::vector<StoredDecision> decisions_about(Reader& reader, PersonRow person,
                                            std::string_view recipient);
/// Whether an officer ever decided about the person: then nothing joins him to another unseen.
bool has_decisions(Reader& reader, PersonRow person);
/// The review queue, the oldest first: a decision leaves it by a review alone, not by its end.
std::vector<StoredDecision> decisions_awaiting_review(Reader& reader);

/// All of them, the newest first.
std::vector<StoredDecision> list_decisions(Reader& reader, std::size_t at_most);

/// The second officer's word, now. What the domain refuses (the same officer, twice) is a failure.
base::Result<> review_decision(Transaction& transaction, const DecisionId& id,
                               const std::string& by, domain::NamedDecision::Outcome outcome);

}  // namespace hub::store
