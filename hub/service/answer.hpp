// A coordinator's answer moves its referral on, and goes back to the desk that asked: by webhook,
// or into the desk's own system through its adapter. The referrer that stays in charge is a normal
// outcome (小林市).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hub/codec/referral_answer.hpp"
#include "hub/service/context.hpp"
#include "hub/store/inbox.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {

/// Orders for a desk's own system stand in the outbox under this name and the source's code.
inline constexpr std::string_view push_partner = "push:";

/// False where the answer says nothing new. `not_found` for a referral that is none of this
/// partner's; `conflict` for a step that can't follow (DOMAIN 8).
base::Result<bool> take_answer(store::Transaction& tx, const Book& book,
                               const codec::ReferralAnswer& answer, const store::InboxItem& item);

/// The data of the event that tells the partner who referred; the gate is asked about the answer's
/// own words now. Nothing where there is no answer behind the order.
std::optional<std::string> answer_event_data(store::Transaction& tx, const Book& book,
                                             const store::Order& order);

/// What a desk's own system is told, through its adapter's `push`.
struct PushBack {
  std::string source;  ///< code of the configured source whose record made the referral
  std::string kind;    ///< one of the manifest's `pushes`
  std::string json;
};

/// Of an order under push_partner; the gate is asked about the answer's text now. Nothing where
/// there is nothing left to tell: the order is closed.
std::optional<PushBack> render_push(store::Transaction& tx, const Book& book,
                                    const store::Order& order);

}  // namespace hub::service
