#include "hub/domain/consent_form.hpp"

namespace hub::domain {
namespace {

/// The same day some months later at 0:00 JST, the first moment no longer covered; the last day of
/// the month where it has no such day.
base::UtcMillis months_after(base::UtcMillis at, int months) {
  const auto day = base::jst_day(at);
  const auto moved = day + std::chrono::months(months);
  return base::from_jst_day(moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last);
}

ConsentEvent given(const ConsentScope& scope, int months, const ConsentSigned& signing) {
  ConsentEvent event;
  event.consent = signing.consent;
  event.person = signing.person;
  event.act = ConsentAct::given;
  event.at = signing.at;
  event.scope = scope;
  event.in_force = {signing.at, months_after(signing.at, months)};
  event.method = signing.method;
  event.evidence = signing.evidence;
  event.recorded_by = signing.recorded_by;
  return event;
}

ConsentEvent given_object(const ConsentForm& form, ConsentObject object,
                          const ConsentSigned& signing) {
  const bool sharing = object == ConsentObject::sharing;
  ConsentEvent event =
      given(sharing ? form.scope : ConsentScope::everything(), form.months, signing);
  event.object = object;
  if (sharing) event.excludes = form.excludes;
  if (form.follow_up_months)
    event.follow_up_until = months_after(signing.at, *form.follow_up_months);
  event.form = form.code;
  event.form_version = form.version;
  return event;
}

}  // namespace

std::vector<ConsentEvent> given_by_form(const ConsentForm& form, const ConsentSigned& signing) {
  std::vector<ConsentEvent> events;
  for (const ConsentObject object : form.objects)
    events.push_back(given_object(form, object, signing));
  return events;
}

ConsentEvent given_to(const ConsentDestination& destination, const ConsentSigned& signing) {
  ConsentEvent event = given(destination.scope, destination.months, signing);
  event.form = destination.code;
  return event;
}

const ConsentForm* ConsentForms::find(std::string_view code, base::UtcMillis at) const noexcept {
  for (const ConsentForm& form : forms_) {
    if (form.code == code && form.in_use.contains(at)) return &form;
  }
  return nullptr;
}

const ConsentDestination* ConsentForms::destination(std::string_view code) const noexcept {
  for (const ConsentDestination& one : destinations_) {
    if (one.code == code) return &one;
  }
  return nullptr;
}

}  // namespace hub::domain
