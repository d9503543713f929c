// One delivery's way from kept bytes to a judgement: it begins, an adapter decodes it (stage.hpp),
// and then it is staged, paused, refused or quarantined. What is staged is applied by apply.hpp.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/judge.hpp"
#include "hub/service/stage.hpp"

namespace hub::service {

/// What the adapter said at the end of a delivery.
struct DecodeEnd {
  std::string order_key;  ///< may be empty
  std::string adapter_version;
  bool released = false;  ///< a person has looked at it: it is not judged again
};

/// Marks it as being decoded; false where somebody decided otherwise meanwhile. A delivery of bytes
/// that this feed brought before is discarded here (`same_bytes`), unless each delivery is whole:
/// then it may take things back to where they were, or say that nothing changed since.
base::Result<bool> begin_decoding(Context& context, const FeedPlan& plan,
                                  const store::Arrival& arrival);

/// Writes rejects and counts, and judges: staged, or paused with the reason.
base::Result<Judgement> end_decoding(Context& context, const FeedPlan& plan,
                                     const store::ArrivalRef& arrival, Stager& stager,
                                     const DecodeEnd& end);

/// The delivery can't be used as a whole; its bytes stay kept, where the source's ground allows.
base::Result<> refuse(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival,
                      const store::Reject& why);
/// A number that may not be kept was in it: bytes, name and rejects go in this transaction; follow
/// it with forget() (let_go.hpp).
base::Result<> quarantine(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
                          const Refused& where);
/// Stands with a delivery over which the adapter died again and again.
inline constexpr std::string_view adapter_died_reason = "adapter_died";
/// The adapter can't read it, and it may be the adapter's fault: it is paused, and its bytes stay,
/// whatever the scope, until it is read or a person discards it.
base::Result<> set_aside(Context& context, const store::ArrivalRef& arrival);
/// What was set aside of this source is read again: its adapter was mended, or is another.
void take_up(store::Transaction& tx, std::string_view source, std::string_view by);

/// Stands with a delivery that a person released from a pause.
inline constexpr std::string_view released_reason = "released";
/// A person decides about a paused delivery: it is decoded and applied, or discarded.
base::Result<> settle_paused(Context& context, const base::ArrivalId& arrival, bool release,
                             std::string_view by);

/// Stands with a delivery whose rejected rows a person has looked at.
inline constexpr std::string_view rejects_accepted_reason = "rejects_accepted";
/// A whole delivery removes nothing while it has rejected rows: each may be anybody's. A person who
/// has looked at them has the newest one applied once more, and what it does not name removed.
/// `conflict` where it is not the newest of its feed, has no rejects, or its bytes did not stay.
base::Result<> accept_rejects(Context& context, const base::ArrivalId& arrival,
                              std::string_view by);
/// Somebody looked at it and wants it applied: it is not judged again.
bool is_wanted(const store::Arrival& arrival);

/// The adapter died over it: it is decoded again later.
base::Result<> give_up_decoding(Context& context, const store::ArrivalRef& arrival);

}  // namespace hub::service
