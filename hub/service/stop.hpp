// What must go no further about a person, after a word or a decision took something away: what is
// on its way is named, what waits is held in the same transaction, and each partner that holds a
// copy is told to use it no longer, tracked to his answer (個人情報保護法69条2項1号: a withdrawn
// consent carries nothing more). Whatever else may still go, the gate says when it goes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/gate.hpp"
#include "hub/service/context.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::service {

/// An order that was claimed before and is not answered: it may still arrive.
struct InFlight {
  base::ReferralId referral;
  store::UnderWay order;
};

/// A partner that holds what it was given, and the notice that tells it to stop.
struct Holder {
  base::ReferralId referral;
  std::string partner;
  store::StopId notice;
  bool by_hand = false;  ///< it takes nothing from us: a person tells
};

struct Stopped {
  std::vector<InFlight> in_flight;
  std::vector<Holder> holders;
  std::vector<base::ReferralId> held;
};

/// Lives from before the change to after it, in one transaction.
class Halting {
 public:
  /// Looks at what may be shared of the person now, referral by referral.
  Halting(store::Transaction& tx, const Book& book, const store::PersonRef& person);

  /// After the change: stops what was lost. `cause`: the word of the log for what happened.
  Stopped stop(std::string_view cause, std::string_view actor);

 private:
  /// What went out of the person in one referral, as the disclosure log has it.
  struct Told {
    base::UtcMillis last{};
    bool asked = false;     ///< to whom was asked: notice, packet
    bool answered = false;  ///< to who referred: the words of an answer
  };
  /// One referral in which the person is the case's or a member of the household.
  struct Matter {
    store::StoredReferral referral;
    domain::Labels before;
    std::optional<Told> told;
  };

  struct Reach {
    domain::Labels allowed;
    domain::Reason naming = domain::Reason::wrong_recipient;  ///< of who the person is
  };

  static std::map<base::ReferralId, Told> told_about(store::Reader& reader,
                                                     const base::PersonId& person);
  static std::set<std::string> holders_of(store::Reader& reader, const Matter& matter);
  [[nodiscard]] Reach reach(const store::StoredReferral& referral);
  void stop(const Matter& matter, std::string_view cause, std::string_view actor, Stopped& out);
  void hold(const store::StoredReferral& referral, std::string_view why, std::string_view actor,
            Stopped& out);
  void tell(const Matter& matter, std::string_view cause, std::string_view actor, Stopped& out);

  store::Transaction& tx_;
  const Book& book_;
  store::PersonRef person_;
  std::vector<Matter> matters_;
};

/// A partner says that he uses it no longer. False where he said so before; `not_found` where he
/// was told nothing of this referral.
base::Result<bool> take_stop_answer(store::Transaction& tx, const base::ReferralId& referral,
                                    std::string_view partner, store::InboxRow inbox);

}  // namespace hub::service
