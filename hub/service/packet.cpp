#include "hub/service/packet.hpp"

#include <set>

#include "hub/codec/packet.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/person_part.hpp"
#include "hub/service/referral_body.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

/// A fact of the process is a `statement` of the case's person (GATE, where facts come from).
std::optional<domain::Cleared<std::string>> urgency_of(const store::StoredReferral& referral,
                                                       const base::PersonId& person,
                                                       Answered& answered) {
  answered.fields.emplace_back("referral/urgency");
  return answered.disclosure.clear(
      domain::Sealed<std::string>(urgency_in(referral), person, {}, domain::Item::statement));
}

/// The case's person first, then the others of the household, each once.
std::vector<About> people_of(store::Reader& reader, const store::StoredReferral& referral) {
  std::vector<About> people;
  const auto focus = store::read_person(reader, referral.person);
  if (!focus) return people;
  people.push_back(about_focus(reader, referral, *focus));
  std::set<store::PersonRow> seen{focus->row};
  for (const auto household : store::households_of(reader, focus->row)) {
    for (const auto row : store::persons_in(reader, household)) {
      const auto person = store::read_person(reader, row);
      if (!person || !seen.insert(person->row).second) continue;
      people.push_back(about_person(reader, *person, domain::Subject::household));
    }
  }
  return people;
}

/// `basis`: on which it may be told who the case's person is.
codec::PacketHead head_of(store::Reader& reader, const store::StoredReferral& referral,
                          const Asking& asking, std::string_view basis, base::UtcMillis at) {
  codec::PacketHead head;
  head.referral_id = referral.id.text();
  if (const auto about = store::read_case(reader, referral.case_row))
    head.case_id = about->id.text();
  head.correlation_id = referral.correlation;
  head.legal_basis = basis;
  head.purpose = asking.purpose;
  head.disclosed_at = base::rfc3339(at);
  return head;
}

}  // namespace

Packet render_packet(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     const Asking& asking, base::UtcMillis at) {
  Packet packet;
  std::vector<codec::PacketRecord> records;
  std::string basis(asking.basis);
  const auto origin = origin_record(reader, referral);
  for (auto& about : people_of(reader, referral)) {
    const bool focus = about.subject == domain::Subject::focus;
    PersonPart part(reader, book, std::move(about), asking, at);
    if (focus) packet.goes = part.may_be_named();
    if (focus) basis = part.naming().legal_basis();
    if (packet.goes)
      part.add_to(records, referral.id.text(), origin ? origin->row : store::RecordRow{});
    part.take(packet.answers);
    if (!packet.goes) break;
  }
  packet.data = codec::packet_data(head_of(reader, referral, asking, basis, at), records);
  return packet;
}

Packet decide_notice(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     const Asking& asking, base::UtcMillis at) {
  Packet packet;
  const auto focus = store::read_person(reader, referral.person);
  if (!focus) return packet;
  PersonPart part(reader, book, about_focus(reader, referral, *focus), asking, at);
  packet.goes = part.may_be_named();
  if (packet.goes)
    packet.urgency = urgency_of(referral, focus->id, part.answer(domain::Item::statement));
  part.take(packet.answers);
  return packet;
}

void log_disclosure(store::Transaction& tx, const store::StoredReferral& referral,
                    const Packet& packet, std::string_view action) {
  log_answers(tx, packet.answers,
              {std::string(system_actor), std::string(action), {"referral/" + referral.id.text()}});
}

}  // namespace hub::service
