// A referral begins: from a field's record, a webhook, a desk or a signal. Its way comes from the
// profile; the gate says whether it goes. Without consent it is held, nothing leaves, and the
// municipal officer gets the proposal to ask for consent or to convene a 支援会議.
#pragma once

#include <optional>
#include <string>

#include "hub/domain/gate.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

struct ReferralWish {
  store::PersonRow person;
  std::string origin;     ///< what made it; a second wish of one origin changes nothing
  std::string from;       ///< code of the desk or unit that refers
  std::string recipient;  ///< つなぎ先 as typed
  std::string reason;     ///< a–e, or empty
  std::string urgency;
  std::string actor;  ///< for the log
};

struct Referred {
  store::ReferralRef referral;
  bool held = false;
  domain::Reason reason = domain::Reason::ok;  ///< why it is held
};

/// Nothing where this origin has made one already. A wish for a recipient that nobody knows and no
/// single coordinator stands in for is held as `wrong_recipient`: a person chooses.
std::optional<Referred> refer(store::Transaction& tx, const Book& book, const ReferralWish& wish);

/// The referral that a record asks for, in the transaction that applied it, or later.
void refer_from(store::Transaction& tx, const Book& book, const FeedPlan& plan,
                store::RecordRow record);
base::Result<> refer_record(Context& context, const FeedPlan& plan, store::RecordRow record);

/// Looks at a held referral again: it goes when the gate allows it now. False where it stays.
base::Result<bool> reconsider(Context& context, const base::ReferralId& referral,
                              std::string_view actor);

}  // namespace hub::service
