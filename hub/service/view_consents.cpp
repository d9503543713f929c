#include "hub/service/view_consents.hpp"

#include "hub/service/carrier.hpp"
#include "hub/service/consent_events.hpp"
#include "hub/service/decide.hpp"
#include "hub/service/seat.hpp"

namespace hub::service {
namespace {

using domain::ConsentAct;
using domain::ConsentEvent;

constexpr std::string_view givers[] = {"self", "guardian", "representative"};
constexpr std::string_view methods[] = {"written", "oral", "electronic"};

template <std::size_t n, class Word>
std::string_view word_of(const std::string_view (&words)[n], Word word) {
  const auto at = static_cast<std::size_t>(word);
  return at < n ? words[at] : std::string_view("unknown");
}

void put_selection(ViewLine& line, std::string_view key, const domain::Selection& selection) {
  if (selection.all()) line.code(key, "all");
  if (!selection.names().empty()) line.list(key, selection.names());
}

void put(const ConsentEvent& event, const ViewSink& sink) {
  ViewLine line("consent");
  line.id("consent", event.consent).code("act", domain::name_of(event.act));
  line.code("object", domain::name_of(event.object)).time("at", event.at);
  line.time("until", event.in_force.until).time("followUpUntil", event.follow_up_until);
  line.code("form", event.form).code("formVersion", event.form_version);
  line.code("givenBy", word_of(givers, event.given_by));
  line.code("method", word_of(methods, event.method)).code("evidence", event.evidence);
  line.code("by", event.recorded_by);
  put_selection(line, "forums", event.scope.forums);
  put_selection(line, "recipients", event.scope.recipients);
  put_selection(line, "purposes", event.scope.purposes);
  if (event.scope.labels == domain::Labels::everything()) {
    line.code("items", "all");
  } else if (!event.scope.labels.empty()) {
    line.list("items", names_of(event.scope.labels));
  }
  line.to(sink);
}

}  // namespace

base::Result<Shown> view_consents(store::Reader& reader, const base::PersonId& id,
                                  const ViewSink& sink) {
  const auto person = store::find_person(reader, id);
  if (!person) return base::fail(base::Kind::not_found, "no person " + id.text());
  for (const auto& event : spoken_by(reader, *person))
    put(event, sink);
  return Shown{{"person/" + id.text()}, {id}};
}

Shown view_stops(store::Reader& reader, const profile::Profile& profile, bool waiting,
                 std::size_t at_most, const ViewSink& sink) {
  Shown shown;
  for (const auto& stop : store::list_stops(reader, waiting, at_most)) {
    const auto person = store::read_person(reader, stop.person);
    if (!person) continue;
    ViewLine line("stop");
    line.id("stop", stop.id).id("person", person->id);
    put_carrier(line, reader, stop.carrier);
    line.code("partner", stop.partner);
    line.text("partnerName", name_of_recipient(reader, profile, stop.partner));
    line.code("state", store::state_of(reader, stop));
    line.code("cause", stop.cause).time("at", stop.made_at).time("answeredAt", stop.answered_at);
    line.to(sink);
    shown.objects.push_back("stop/" + stop.id.text());
    shown.persons.push_back(person->id);
  }
  return shown;
}

void view_stopped(store::Reader& reader, const profile::Profile& profile, const Stopped& stopped,
                  const ViewSink& sink) {
  for (const auto& one : stopped.in_flight) {
    ViewLine line("in_flight");
    line.id("referral", one.referral).id("order", one.order.order);
    line.code("partner", one.order.partner).code("type", one.order.kind);
    line.to(sink);
  }
  for (const auto& one : stopped.holders) {
    ViewLine line("copy");
    put_carrier(line, reader, one.carrier);
    line.code("partner", one.partner);
    line.text("partnerName", name_of_recipient(reader, profile, one.partner));
    line.id("stop", one.notice);
    line.flag("byHand", one.by_hand);
    line.to(sink);
  }
  for (const auto& one : stopped.held) {
    ViewLine line("held");
    line.id("referral", one);
    line.to(sink);
  }
}

}  // namespace hub::service
