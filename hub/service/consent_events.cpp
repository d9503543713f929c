#include "hub/service/consent_events.hpp"

#include "hub/codec/consent_json.hpp"
#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

void add_event(const store::ConsentEvent& stored, const base::PersonId& person,
               std::vector<domain::ConsentEvent>& events) {
  const auto act = domain::consent_act_from(stored.status);
  domain::ConsentEvent event;
  if (!act || !codec::read_consent_body(stored.body.look_inside(), event)) return;
  event.consent = stored.consent;
  event.person = person;
  event.act = *act;
  event.at = stored.given_at;
  event.recorded_by = stored.by;
  events.push_back(std::move(event));
}

}  // namespace

store::NewConsentEvent stored_form(const domain::ConsentEvent& event) {
  store::NewConsentEvent out;
  out.consent = event.consent;
  out.status = domain::name_of(event.act);
  out.given_at = event.at;
  out.until = event.in_force.until;
  out.by = event.recorded_by;
  out.body = codec::consent_body(event);
  return out;
}

std::vector<domain::ConsentEvent> events_of(store::Reader& reader, const About& about) {
  std::vector<domain::ConsentEvent> events;
  for (const auto& stored : store::consent_events_of(reader, about.person.row))
    add_event(stored, about.person.id, events);
  for (const auto key : about.keys) {
    for (const auto& stored : store::consent_events_with(reader, consents_about(key)))
      add_event(stored, about.person.id, events);
  }
  return events;
}

std::vector<domain::ConsentEvent> spoken_by(store::Reader& reader, const store::PersonRef& person) {
  return events_of(reader, about_person(reader, person, domain::Subject::focus));
}

}  // namespace hub::service
