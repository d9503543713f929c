// Who was told to stop using what he holds of a person, and whether he said that he does; and what
// of a referral is on its way at this moment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/store/outbox.hpp"
#include "hub/store/sittings.hpp"

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

/// With what a copy went: a referral, or the paper of one agenda item for one seat. None of them:
/// it went otherwise.
struct Carrier {
  ReferralRow referral{};
  AgendaRow item{};
  SeatRow seat{};

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in every defaulted <=>
  friend auto operator<=>(const Carrier&, const Carrier&) = default;
};

struct NewStop {
  Carrier carrier{};
  PersonRow person{};
  std::string partner{};
  std::string cause{};
  std::string origin{};  ///< the object that led to it; may be empty
  OutboxRow outbox{};    ///< none: a person tells
};

struct StopNotice {
  StopRow row;
  StopId id;
  Carrier carrier;
  PersonRow person;
  std::string partner;
  std::string cause;
  std::string origin;
  OutboxRow outbox;
  base::UtcMillis made_at{};
  std::optional<base::UtcMillis> answered_at;
};

StopId add_stop(Transaction& transaction, const NewStop& stop);
/// The newest first; `waiting`: those without an answer.
std::vector<StopNotice> list_stops(Reader& reader, bool waiting, std::size_t at_most);
/// About one person's data, the oldest first.
std::vector<StopNotice> stops_about(Reader& reader, PersonRow person);
/// That one object led to, the oldest first.
std::vector<StopNotice> stops_from(Reader& reader, std::string_view origin);
std::optional<StopNotice> find_stop(Reader& reader, const StopId& id);
/// How far the notice got: "acknowledged", "by_hand", "waits", "delivered", "undelivered".
std::string_view state_of(Reader& reader, const StopNotice& stop);
/// By hand and not answered, or by an order that did not arrive.
std::int64_t count_stops_untold(Reader& reader);
/// Whose notices an answer is about.
struct StopAnswered {
  bool known = false;            ///< the partner was told something of this referral
  std::vector<PersonRow> fresh;  ///< about whom he had not answered before
};
/// All that the partner was told of this referral is answered now.
StopAnswered answer_stops(Transaction& transaction, ReferralRow referral, std::string_view partner,
                          InboxRow inbox);
/// One notice, as an officer heard it. False where it was answered before.
bool answer_stop(Transaction& transaction, StopRow stop, std::string_view by);

}  // namespace hub::store
