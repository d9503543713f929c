// From one consultation to its records.
#pragma once

#include <string>
#include <vector>

#include "plugins/kodomo/entry.hpp"
#include "plugins/kodomo/settings.hpp"
#include "tsunagu/feed/batch.hpp"

namespace kodomo {

/// Somebody of the entry: where his members stand, and his key.
struct Somebody {
  std::string path;  ///< `child`, `guardians.0`, `siblings.1`
  record::PersonKey key;
};

/// What all records of a consultation need to know.
struct Case {
  Entry& entry;
  const Settings& settings;
  std::string key;
  std::vector<Somebody> people;  ///< the first is whom it is about
  std::optional<text::Date> received;
  std::vector<feed::ConcernMeaning> meanings;
  bool abuse = false;
  bool youtai = false;  ///< 児童福祉法25条の2: 法定区分 present

  [[nodiscard]] const record::PersonKey& focus() const { return people.front().key; }
};

void map_entry(const Settings& settings, Entry& entry, feed::Batch& batch);

record::Person person_of(Case& about, const Somebody& somebody);
record::HouseholdHint household_of(Case& about);
record::Consultation consultation_of(Case& about);
std::vector<record::Concern> concerns_of(Case& about);
std::optional<record::Plan> plan_of(Case& about);
std::optional<record::Consent> consent_of(Case& about);
std::optional<record::Referral> referral_of(Case& about);

}  // namespace kodomo
