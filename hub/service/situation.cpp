#include "hub/service/situation.hpp"

#include "hub/codec/consent_json.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {
namespace {

/// An event whose body can't be read is left out: what it gave is not given.
std::vector<domain::ConsentEvent> events_of(store::Reader& reader, const store::PersonRef& person) {
  std::vector<domain::ConsentEvent> events;
  for (const auto& stored : store::consent_events_of(reader, person.row)) {
    const auto act = domain::consent_act_from(stored.status);
    domain::ConsentEvent event;
    if (!act || !codec::read_consent_body(stored.body.look_inside(), event)) continue;
    event.consent = stored.consent;
    event.person = person.id;
    event.act = *act;
    event.at = stored.given_at;
    event.recorded_by = stored.by;
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace

Situated::Situated(store::Reader& reader, const Book& book, const store::PersonRef& person,
                   domain::Subject subject, const Asking& asking, base::UtcMillis at)
    : events_(events_of(reader, person)),
      groups_(asking.recipient.groups.begin(), asking.recipient.groups.end()) {
  situation_.at = at;
  situation_.person = person.id;
  situation_.subject = subject;
  situation_.recipient = {asking.recipient.agency, groups_, asking.recipient.kind};
  situation_.forum.basis = book.law.bases.find(asking.basis, at);
  situation_.purpose = book.law.purposes.find(asking.purpose);
  situation_.harm =
      false;  // 69条2項ただし書: nobody has said so; an officer who does ends the case
  situation_.holder = false;
  situation_.consent = domain::ConsentView{events_, asking.reopened_at};
  situation_.protection = protection_view(reader, book, person.row, asking.recipient, at);
  situation_.officer_read = true;
}

}  // namespace hub::service
