// Drafts for a leak, to be printed and finished by hand: the report to the commission, prompt and
// final (個人情報保護法68条1項, 施行規則44条), and the notice to a person (68条2項, 規則45条). Both
// hold the daemon's answer to `incident.show`, no name and no value of anybody.
#pragma once

#include <iosfwd>
#include <string_view>

#include "hub/cli/answer.hpp"

namespace hub::cli {

void write_incident_report(std::ostream& out, const Answer& answer, bool final_report);

/// For one of the persons of the answer.
void write_incident_letter(std::ostream& out, const Answer& answer, std::string_view person);

}  // namespace hub::cli
