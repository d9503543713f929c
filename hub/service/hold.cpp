#include "hub/service/hold.hpp"

#include "hub/store/cases.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {

void hold_referral(store::Transaction& tx, const store::StoredReferral& referral,
                   std::string_view from, domain::Reason why, std::string_view actor) {
  store::set_referral_status(tx, referral.row, from, "held", actor, domain::name_of(why));
  const auto about = store::read_case(tx, referral.case_row);
  const auto household = about ? about->household : store::HouseholdRow{};
  if (why == domain::Reason::wrong_recipient) {
    store::raise_signal(tx, propose_choice, household, referral.row);
    return;
  }
  store::raise_signal(tx, propose_consent, household, referral.row);
  store::raise_signal(tx, propose_conference, household, referral.row);
}

}  // namespace hub::service
