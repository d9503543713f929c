// What the gate answered, as rows of the log: one for each person, decision and rule, listing the
// fields (SAFETY 22), before a byte leaves. No row, no disclosure. A label that the name of a field
// does not tell (tax, for a debt that the tax section knows of) stands beside the fields that went.
#pragma once

#include <string>
#include <vector>

#include "hub/domain/disclosure.hpp"
#include "hub/store/transaction.hpp"

namespace hub::service {

/// The answer for one person and one set of labels, with the fields it is about.
struct Answered {
  domain::Disclosure disclosure;
  domain::Subject subject;
  std::vector<std::string> fields{};  ///< "person/names/0/fullName": names of fields, no values
  domain::Labels labels{};            ///< that each of them bears
  /// Of what is not allowed: how the person's own consent stands on the matter's ground.
  domain::ConsentStatus consent = domain::ConsentStatus::unknown;
};

/// Who tells, and in what matter.
struct Telling {
  std::string actor;
  std::string action;
  std::vector<std::string> objects;  ///< `referral/<id>`, the matter first
};

void log_answers(store::Transaction& tx, const std::vector<Answered>& answers,
                 const Telling& telling);

}  // namespace hub::service
