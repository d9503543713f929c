// Whoever holds a copy is told to use it no longer, and it is tracked to his answer (個人情報保護法
// 69条2項1号: a withdrawn consent carries nothing more; 98条: a granted request; 66条: what went by
// mistake). One list for all causes: by an order where the holder's system receives, else somebody
// tells him and writes down what he heard.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/service/holders.hpp"
#include "hub/store/inbox.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::service {

/// Why something stops.
struct Because {
  std::string_view cause;  ///< the word of the log for what happened
  std::string_view actor;
  std::string origin{};  ///< the object that led to it, `request/<id>`; empty: the cause says it
};

/// A holder, and the notice that tells him to stop.
struct Holder {
  store::Carrier carrier;
  std::string partner;
  store::StopId notice;
  bool by_hand = false;  ///< he takes nothing from us: a person tells
};

/// Each holder once for what he was given: a second cause that takes away more of the same copy
/// adds no second notice.
std::vector<Holder> tell_to_stop(store::Transaction& tx, const Book& book,
                                 const store::PersonRef& person, const std::vector<Copy>& copies,
                                 const Because& why);

/// A partner says that he uses it no longer. False where he said so before; `not_found` where he
/// was told nothing of this referral.
base::Result<bool> take_stop_answer(store::Transaction& tx, const base::ReferralId& referral,
                                    std::string_view partner, store::InboxRow inbox);

/// Somebody told the holder, or heard from him, that he uses it no longer. `conflict` where that
/// was known before.
base::Result<> note_stop_answer(store::Transaction& tx, const store::StopNotice& stop,
                                std::string_view asker);
base::Result<> note_stop_answer(Context& context, const store::StopId& id, std::string_view asker);

}  // namespace hub::service
