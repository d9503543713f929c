#include "hub/service/kept_apart.hpp"

#include <algorithm>

#include "hub/service/protect.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

Hidden::Hidden(store::Reader& reader, base::UtcMillis at)
    : reader_(reader), at_(at), anybody_(store::protects_anybody(reader, base::jst_date(at))) {}

bool Hidden::operator()(store::PersonRow person) {
  if (!anybody_) return false;
  const auto [known, fresh] = known_.emplace(person, false);
  if (fresh) {
    const auto entries = protections_of(reader_, tokens_of_person(reader_, person), at_);
    known->second = std::any_of(entries.begin(), entries.end(), [](const store::Protection& entry) {
      return entry.side == store::Side::hidden;
    });
  }
  return known->second;
}

bool hides_from_household(store::Reader& reader, store::PersonRow person,
                          store::HouseholdRow household, base::UtcMillis at) {
  const auto mine = protections_of(reader, tokens_of_person(reader, person), at);
  if (mine.empty()) return false;
  const auto persons = store::persons_in(reader, household);
  return std::any_of(persons.begin(), persons.end(), [&](store::PersonRow other) {
    return other != person &&
           hides(mine, protections_of(reader, tokens_of_person(reader, other), at));
  });
}

}  // namespace hub::service
