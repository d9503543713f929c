// The records of one row, one function a kind. All reject the line where what must be there is not.
#pragma once

#include "plugins/table/row.hpp"
#include "tsunagu/record.hpp"

namespace table {

record::Person person_of(Row& row);
record::HouseholdHint household_of(Row& row);
/// `abuse`: some concern of the line, or the rule itself, says so.
record::Consultation consultation_of(Row& row, bool abuse);
record::Concern concern_of(Row& row, bool abuse);
record::Consent consent_of(Row& row);
record::Referral referral_of(Row& row, bool abuse);
record::Resource resource_of(Row& row);

}  // namespace table
