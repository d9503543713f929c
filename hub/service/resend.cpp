#include "hub/service/resend.hpp"

#include "hub/service/depart.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/explain_first.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;

Result<store::StoredReferral> waiting_referral(store::Reader& reader, const base::ReferralId& id) {
  auto referral = store::find_referral(reader, id);
  if (!referral) return base::fail(Kind::not_found, "no referral " + id.text());
  if (referral->status == "held" || referral->status == "returned") return std::move(*referral);
  return base::fail(Kind::conflict, "referral " + id.text() + " is " + referral->status +
                                        ", neither held nor returned");
}

/// Who chose is in the log; whom the person is, is not told by it.
Result<> choose_desk(store::Transaction& tx, const Book& book, store::StoredReferral& referral,
                     std::string_view to, std::string_view actor) {
  const auto* desk = desk_named(book.profile, to, base::jst_day(tx.now()));
  if (desk == nullptr) {
    return base::fail(Kind::invalid,
                      "/to: no desk of that code today; `referral show` names the "
                      "candidates, `config show` all desks");
  }
  store::set_referral_desk(tx, referral.row, desk->code);
  referral.to_desk = desk->code;
  auto entry = entry_of(actor, "referral.addressed", "referral/" + referral.id.text());
  entry.recipient = desk->code;
  tx.audit(entry);
  return {};
}

}  // namespace

Result<std::string> send_again(Context& context, const base::ReferralId& id, std::string_view to,
                               std::string_view actor) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<std::string> {
    auto referral = waiting_referral(tx, id);
    if (!referral) return referral.error();
    if (waits_for_explanation(tx, *referral))
      return base::fail(
          Kind::conflict,
          "the person is told of 多機関協働 first; say --explained when that was done "
          "and the person is convinced");
    if (!to.empty()) {
      if (auto chosen = choose_desk(tx, *book, *referral, to, actor); !chosen) {
        return chosen.error();
      }
      settle_proposals(tx, *referral, actor);
    }
    const auto departed = depart(tx, *book, *referral, actor);
    if (!departed.gone) {
      propose(tx, *referral, departed.why);
      return referral->status;
    }
    settle_proposals(tx, *referral, actor);
    return std::string("sent");
  });
}

Result<> handed_over(Context& context, const store::SignalId& signal, std::string_view actor) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto proposed = store::find_signal(tx, signal);
    if (!proposed || proposed->decided_at || proposed->code != propose_by_hand) {
      return base::fail(Kind::not_found, "no open signal to hand over: " + signal.text());
    }
    const auto referral = store::read_referral(tx, proposed->referral);
    if (!referral) return base::fail(Kind::not_found, "the signal names no referral");
    if (auto done = hand_over(tx, *book, *referral, actor); !done) return done;
    settle_proposals(tx, *referral, actor);
    return {};
  });
}

}  // namespace hub::service
