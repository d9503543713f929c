// One row of the list while its records are made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plugins/konkyu/columns.hpp"
#include "plugins/konkyu/settings.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace konkyu {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

/// A box that bears a mark; the settings own the box.
struct Ticked {
  const Box* box;
  bool most_pressing = false;
};

struct Row {
  feed::Line& line;
  const Settings& settings;
  std::string id;
  record::PersonKey person;
  record::ConsultationKey consultation;
  std::optional<text::Date> received;
  std::vector<Ticked> boxes;
  bool abuse = false;

  [[nodiscard]] std::string key(const std::string& what) const {
    return consultation.text() + "/" + what;
  }
  std::optional<text::Date> date(Column column) { return line.date(column, settings.dates); }
};

/// Reads what every record of the row needs; rejects the line where it is missing.
Row read_row(const Settings& settings, feed::Line& line);

record::Person person_of(Row& row);
std::optional<record::HouseholdHint> household_of(Row& row);
record::Consultation consultation_of(Row& row);
std::vector<record::Concern> concerns_of(Row& row);
std::optional<record::Plan> plan_of(Row& row);
std::optional<record::Monitoring> evaluation_of(Row& row);
std::optional<record::Consent> consent_of(Row& row);
std::optional<record::Referral> referral_of(Row& row);

/// What the row says of money: told by the person, or supplied by the tax office.
record::Field<record::Income> income_of(Row& row);

/// The worker who took the row.
record::Field<record::Staff> staff_of(const Row& row);

}  // namespace konkyu
