// A case, who does what in it, and what was done for it, as the domain's types.
#include "hub/codec/fields.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::ConferenceTrigger;
using domain::MatchStatus;
using domain::Urgency;

std::vector<std::string> keys_of(View persons) {
  std::vector<std::string> keys;
  for (const View person : persons)
    keys.push_back(text_of(person, "personKey"));
  return keys;
}

domain::Coding channel_of(View view) {
  return {.system = {}, .code = text_of(view, "code"), .text = text_of(view, "text")};
}

domain::Participant participant_of(View view) {
  domain::Participant out{.staff = staff_of(view), .role = text_of(view, "role"), .present = {}};
  const View present = view.find("present");
  if (present.is(tsunagu::json::Type::boolean)) out.present = present.boolean();
  return out;
}

domain::AgendaOutcome agenda_of(View view) {
  return {.case_key = text_of(view, "caseKey"),
          .function = text_of(view, "function"),
          .decision = text_of(view, "decision")};
}

std::optional<domain::Sealed<std::chrono::year_month_day>> sealed_day(const Fields& fields,
                                                                      std::string_view name) {
  return fields.sealed(name, [](View view) { return day_of(view.text()); });
}

}  // namespace

domain::CaseRecord case_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .other_focus_keys = keys_of(fields.view("otherFocusPersons")),
          .household_key = fields.plain("householdKey"),
          .status = domain::case_state_from(fields.view("status").text()),
          .opened_at = fields.date("openedAt"),
          .receiver = fields.text("receiver"),
          .channel = fields.sealed("channel", channel_of),
          .urgency = known_of<Urgency>(fields.view("urgency").text(), domain::urgency_names),
          .lead_agency = fields.text("leadAgency"),
          .coordinator = fields.compound("coordinator", staff_of),
          .reopened_from_key = fields.plain("reopenedFromKey"),
          .closed_reason = fields.text("closedReason")};
}

domain::RoleRecord role_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .plan_key = fields.plain("planKey"),
          .agency = fields.text("agency"),
          .person_in_charge = fields.text("personInCharge"),
          .task = fields.text("task"),
          .lead = fields.view("lead").boolean(),
          .from = sealed_day(fields, "from"),
          .until = sealed_day(fields, "until")};
}

domain::OutreachRecord outreach_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .case_key = fields.plain("caseKey"),
          .plan_key = fields.plain("planKey"),
          .at = fields.date("at"),
          .place = fields.text("place"),
          .contact_made = fields.flag("contactMade"),
          .by = fields.compound("by", staff_of),
          .result = fields.text("result"),
          .next = fields.text("next")};
}

domain::ConferenceRecord conference_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .meeting_key = fields.plain("meetingKey"),
          .forum = fields.plain("forum"),
          .convener = fields.text("convener"),
          .at = fields.date("at"),
          .trigger = known_of<ConferenceTrigger>(fields.view("trigger").text(),
                                                 domain::conference_trigger_names),
          .participants = fields.each_compound("participants", participant_of),
          .agenda = fields.each_compound("agenda", agenda_of),
          .decisions = fields.texts("decisions"),
          .minutes_ref = fields.plain("minutesRef"),
          .confidentiality_notice = fields.view("confidentialityNotice").boolean()};
}

domain::MatchRecord match_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .resource_key = fields.plain("resourceKey"),
          .proposed_by = fields.compound("proposedBy", staff_of),
          .reasons = fields.texts("reasons"),
          .status = known_of<MatchStatus>(fields.view("status").text(), domain::match_status_names),
          .feedback = fields.text("feedback")};
}

}  // namespace hub::codec
