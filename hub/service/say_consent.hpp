// What a person said to an officer about the support or about sharing (茅ヶ崎市 keeps the two
// apart): asked, given, refused, withdrawn, narrowed, renewed. Each is an event of its own; none is
// ever overwritten. Who takes something away is heard from whoever sits at the socket; a consent is
// written down by an officer alone. The answer to a word that takes away names what is on its way
// and who holds a copy (stop.hpp).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/consent.hpp"
#include "hub/service/context.hpp"
#include "hub/service/stop.hpp"

namespace hub::service {

struct ConsentWord {
  base::PersonId person;
  domain::ConsentAct act = domain::ConsentAct::withdrawn;
  std::vector<domain::ConsentObject> objects;  ///< empty: both, or those of the form
  std::string form;            ///< of given: code of a printed form, which states the scope
  base::ConsentId consent;     ///< of renewed: which one
  domain::ConsentScope scope;  ///< of given without a form, and of what takes away (empty: all)
  std::optional<std::chrono::year_month_day> until;  ///< its last day; never later than the form's
  std::optional<std::chrono::year_month_day> said_on;  ///< in Japan; nothing: now
  domain::ConsentGiver given_by = domain::ConsentGiver::self;
  std::string giver_basis;  ///< why a guardian or representative may speak
  domain::ConsentMethod method = domain::ConsentMethod::oral;
  std::string evidence;  ///< where the signed paper lies
};

struct ConsentSaid {
  base::ConsentId consent;
  Stopped stopped;
};

/// `invalid` for what is no such word, `forbidden` for who may not write it down, `not_found` for a
/// person or consent that nobody knows.
base::Result<ConsentSaid> say_consent(Context& context, const ConsentWord& word,
                                      const std::string& asker);

}  // namespace hub::service
