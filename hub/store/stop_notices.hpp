// Who was told to stop using what he holds of a person, and whether he said that he does; and what
// of a referral is on its way at this moment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

using StopId = base::Id<struct StopNoticeTag>;
using StopRow = RowId<struct StopRowTag>;

/// An order that somebody is sending at this moment: claimed, and neither answered nor given back.
struct UnderWay {
  base::MessageId order;
  std::string partner;
  std::string kind;
};
std::vector<UnderWay> under_way(Reader& reader, ReferralRow referral);

struct NewStop {
  ReferralRow referral{};
  PersonRow person{};
  std::string partner{};
  std::string cause{};
  OutboxRow outbox{};  ///< none: a person tells
};

struct StopNotice {
  StopRow row;
  StopId id;
  ReferralRow referral;
  PersonRow person;
  std::string partner;
  std::string cause;
  OutboxRow outbox;
  base::UtcMillis made_at{};
  std::optional<base::UtcMillis> answered_at;
};

StopId add_stop(Transaction& transaction, const NewStop& stop);
/// The newest first; `waiting`: those without an answer.
std::vector<StopNotice> list_stops(Reader& reader, bool waiting, std::size_t at_most);
/// About one person's data in one referral, the oldest first.
std::vector<StopNotice> stops_of(Reader& reader, ReferralRow referral, PersonRow person);
/// Whose notices an answer is about.
struct StopAnswered {
  bool known = false;            ///< the partner was told something of this referral
  std::vector<PersonRow> fresh;  ///< about whom he had not answered before
};
/// All that the partner was told of this referral is answered now.
StopAnswered answer_stops(Transaction& transaction, ReferralRow referral, std::string_view partner,
                          InboxRow inbox);

}  // namespace hub::store
