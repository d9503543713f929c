#include "hub/service/explain_first.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {
namespace {

constexpr std::string_view explained = "explained";

bool was_explained(store::Reader& reader, store::ReferralRow referral) {
  const auto signals = store::signals_of(reader, referral);
  return std::any_of(signals.begin(), signals.end(), [](const store::Signal& one) {
    return one.code == propose_explanation && one.decision == explained;
  });
}

/// The proposal is settled by the word itself; somebody may have put it aside before.
void settle(store::Transaction& tx, const store::StoredReferral& referral, std::string_view actor) {
  propose(tx, referral, not_explained);
  for (const auto& one : store::signals_of(tx, referral.row))
    if (one.code == propose_explanation) store::decide_signal(tx, one.row, explained, actor);
}

}  // namespace

bool waits_for_explanation(store::Reader& reader, const store::StoredReferral& referral) {
  const auto events = store::events_of(reader, referral.row);
  return referral.status == "held" && !events.empty() && events.back().reason == not_explained &&
         !was_explained(reader, referral.row);
}

base::Result<> note_explanation(Context& context, const base::ReferralId& id,
                                std::string_view actor) {
  return context.db.write([&](store::Transaction& tx) -> base::Result<> {
    const auto referral = store::find_referral(tx, id);
    if (!referral) return base::fail(base::Kind::not_found, "no referral " + id.text());
    if (!waits_for_explanation(tx, *referral)) return {};
    settle(tx, *referral, actor);
    auto entry = entry_of(actor, "referral.explained", "referral/" + id.text());
    if (const auto person = store::read_person(tx, referral->person)) entry.persons = {person->id};
    entry.purpose = referral_purpose;
    tx.audit(entry);
    return {};
  });
}

}  // namespace hub::service
