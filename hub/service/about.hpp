// Through which records a person may be looked at in one matter. Over a link that is only probable
// nothing of one record reaches a reader of the other (DOMAIN 8.2), neither contents nor consent: a
// referral made by such a record rests on what that record's own desk knows, and on nothing else.
#pragma once

#include <optional>
#include <vector>

#include "hub/domain/facts.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// A person as one matter sees them.
struct About {
  store::PersonRef person;
  domain::Subject subject = domain::Subject::unknown;
  std::vector<store::LinkedRecord> links;  ///< all live ones, of this matter or not
  std::vector<crypto::Token>
      keys;  ///< what this matter's person records and all that name them bear
};

/// The person's records that are joined for certain.
About about_person(store::Reader& reader, const store::PersonRef& person, domain::Subject subject);
/// The person whom a referral is for.
About about_focus(store::Reader& reader, const store::StoredReferral& referral,
                  const store::PersonRef& person);

/// Person records and all that name them; live; sorted.
std::vector<store::RecordRow> records_of(store::Reader& reader, const About& about);

/// The record that made the referral, if a field's system or a webhook did.
std::optional<store::StoredRecord> origin_record(store::Reader& reader,
                                                 const store::StoredReferral& referral);

}  // namespace hub::service
