// One row of the consultation export while its records are made: who it is about and what all of
// them need to know.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/kaigo/consultation_columns.hpp"
#include "plugins/kaigo/settings.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace kaigo {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

/// A class of the consultation, and one concern that it means.
struct Classified {
  std::string word;
  feed::ConcernMeaning meaning;
};

struct Row {
  feed::Line& line;
  const Settings& settings;
  std::string receipt;
  record::PersonKey person;
  record::ConsultationKey consultation;
  std::optional<text::Date> received;
  std::vector<Classified> classes;
  bool abuse = false;

  [[nodiscard]] std::string key(std::string_view what) const {
    return consultation.text() + "/" + std::string(what);
  }
};

/// Reads what every record of the row needs; rejects the line where it is missing.
Row read_row(const Settings& settings, feed::Line& line);

record::Person person_of(Row& row);
/// Nothing where the row says nothing of a household.
std::optional<record::HouseholdHint> household_of(Row& row);
record::Consultation consultation_of(Row& row);
std::vector<record::Concern> concerns_of(Row& row);
std::optional<record::Consent> consent_of(Row& row);
std::optional<record::Referral> referral_of(Row& row);

}  // namespace kaigo
