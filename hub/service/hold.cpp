#include "hub/service/hold.hpp"

#include "hub/base/log.hpp"
#include "hub/domain/gate.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {
namespace {

/// What could not be read is nobody's decision: the protection register is missing or too old
/// (GATE: `address_hidden`), and only the operator can mend that.
void tell_operator(const store::StoredReferral& referral, std::string_view why) {
  if (why != domain::name_of(domain::Reason::unknown_fact)) return;
  const auto id = referral.id.text();
  base::log(base::Level::warning, "referral_held_for_an_unknown_fact",
            {{"referral", std::string_view(id)},
             {"what_to_do", "see `tsunagu doctor`: is the protection register there and recent?"}});
}

}  // namespace

void hold_referral(store::Transaction& tx, const store::StoredReferral& referral,
                   std::string_view why, std::string_view actor) {
  store::set_referral_status(tx, referral.row, referral.status, "held", actor, why);
  propose(tx, referral, why);
  tell_operator(referral, why);
}

void propose(store::Transaction& tx, const store::StoredReferral& referral, std::string_view why) {
  const auto about = store::read_case(tx, referral.case_row);
  const auto household = about ? about->household : store::HouseholdRow{};
  if (why == domain::name_of(domain::Reason::wrong_recipient)) {
    store::raise_signal(tx, propose_choice, household, referral.row);
  } else if (why == not_explained) {
    store::raise_signal(tx, propose_explanation, household, referral.row);
  } else if (why == no_receiver) {
    store::raise_signal(tx, propose_by_hand, household, referral.row);
  } else {
    store::raise_signal(tx, propose_consent, household, referral.row);
    store::raise_signal(tx, propose_conference, household, referral.row);
  }
}

void settle_proposals(store::Transaction& tx, const store::StoredReferral& referral,
                      std::string_view actor) {
  for (const auto& signal : store::signals_of(tx, referral.row))
    store::decide_signal(tx, signal.row, "taken_up", actor);
}

}  // namespace hub::service
