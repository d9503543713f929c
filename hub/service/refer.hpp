// A referral begins: from a field's record, a webhook, a desk or a signal. Its way comes from what
// the desk typed and from the profile (way.hpp); the gate says whether it goes. Without consent it
// is held, nothing leaves, and the municipal officer gets the proposal to ask for consent or to
// convene a 支援会議; without a desk he gets the candidates.
#pragma once

#include <optional>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/way.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

struct ReferralWish {
  store::PersonRow person;
  std::string origin;  ///< what made it; a second wish of one origin changes nothing
  std::string from;    ///< code of the desk or unit that refers
  WantedWay way;
  std::string reason;  ///< a–e, or empty
  std::string urgency;
  bool explained = false;  ///< what 多機関協働 does, and the person was convinced
  std::string actor{};     ///< for the log
};

struct Referred {
  store::ReferralRef referral;
  std::string why;  ///< why it is held (hold.hpp); empty: it is sent
};

/// Nothing where this origin has made one already.
std::optional<Referred> refer(store::Transaction& tx, const Book& book,
                              const normalize::Tables& tables, const ReferralWish& wish);

/// The referral that a record asks for, in the transaction that applied it, or later.
void refer_from(store::Transaction& tx, const Book& book, const normalize::Tables& tables,
                const FeedPlan& plan, store::RecordRow record);

}  // namespace hub::service
