#include "hub/service/packet.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "hub/audit/entry.hpp"
#include "hub/codec/items.hpp"
#include "hub/codec/packet.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/received.hpp"
#include "hub/service/situation.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/records.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

constexpr std::size_t most_records_of_person = 512;

/// Keys and numbers of the municipality's own systems stay inside it (DOMAIN 6.4): the recipient
/// gets a name for the person that holds in this referral only.
constexpr std::array<std::string_view, 7> internal_fields = {
    "/recordKey",    "/personKey", "/consultationKey", "/planKey",
    "/identifiers/", "/extra/",    "/registerNumber/"};

bool is_internal(std::string_view pointer) {
  return std::any_of(internal_fields.begin(), internal_fields.end(),
                     [pointer](std::string_view field) { return pointer.starts_with(field); });
}

bool is_disclosed(RecordKind kind) {
  return kind != RecordKind::consent && kind != RecordKind::referral &&
         kind != RecordKind::removal && kind != RecordKind::resource;
}

/// The same for one referral, and telling nothing beyond it.
std::string pseudonym(const crypto::Keys& keys, const base::ReferralId& referral,
                      std::string_view of) {
  const auto& maker = keys.tokens(crypto::Purpose::record_key);
  return crypto::to_hex(maker.wide(referral.text() + "\n" + std::string(of)));
}

/// Every live record about a person: the person's own records, linked for certain, and all that
/// name them. Over a link that is only probable nothing crosses (DOMAIN 8.2).
std::vector<store::RecordRow> records_about(store::Reader& reader, store::PersonRow person) {
  std::vector<store::RecordRow> rows;
  for (const auto& link : store::links_of(reader, person)) {
    if (link.strength < store::Strength::deterministic) continue;
    const auto token = person_in(store::tokens_of(reader, link.record));
    if (!token) continue;
    const auto more = store::records_with(reader, *token, most_records_of_person);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

/// One person's records as far as the gate lets them go, and its answers.
class PersonPart {
 public:
  PersonPart(store::Reader& reader, const Book& book, const store::PersonRef& person,
             domain::Subject subject, const Asking& asking, base::UtcMillis at)
      : reader_(reader),
        book_(book),
        person_(person),
        subject_(subject),
        situated_(reader, book, person, subject, asking, at) {}

  /// Whether anything is shown.
  bool add_to(std::vector<codec::PacketRecord>& records, const base::ReferralId& referral) {
    const auto before = records.size();
    for (const auto row : records_about(reader_, person_.row)) {
      const auto stored = store::read_record(reader_, row);
      if (!stored || stored->removed || !stored->body) continue;
      const auto record = read_body(*stored->body);
      if (record && is_disclosed(record->kind())) show(*record, *stored, referral, records);
    }
    return records.size() > before;
  }
  void take(std::vector<Answered>& answers) {
    for (auto& [labels, answered] : answers_)
      answers.push_back(std::move(answered));
  }

 private:
  Answered& answer(domain::Labels labels) {
    const auto at = answers_.find(labels.bits());
    if (at != answers_.end()) return at->second;
    Answered fresh{domain::disclose(labels, situated_.situation()), subject_, {}};
    return answers_.emplace(labels.bits(), std::move(fresh)).first->second;
  }

  void show(const codec::Record& record, const store::StoredRecord& stored,
            const base::ReferralId& referral, std::vector<codec::PacketRecord>& records) {
    const auto& keys = reader_.keys();
    codec::PacketRecord out(record.kind(), pseudonym(keys, referral, stored.id.text()),
                            pseudonym(keys, referral, person_.id.text()));
    const codec::Provenance provenance{domain::Owner(person_.id), stored.source,
                                       source_labels(reader_, book_, stored.source)};
    for (const auto& item : codec::items_of(record, provenance)) {
      if (is_internal(item.pointer)) continue;
      auto& answered = answer(item.json.labels());
      answered.fields.push_back(std::string(domain::name_of(record.kind())) + item.pointer);
      if (auto cleared = answered.disclosure.clear(item.json)) {
        out.allow(item.pointer, std::move(*cleared));
      } else if (answered.disclosure.masked()) {
        out.mask(item.pointer);
      }
    }
    if (!out.empty()) records.push_back(std::move(out));
  }

  store::Reader& reader_;
  const Book& book_;
  store::PersonRef person_;
  domain::Subject subject_;
  Situated situated_;
  std::map<std::uint16_t, Answered> answers_;
};

/// The case's person first, then the others of the household.
std::vector<std::pair<store::PersonRef, domain::Subject>> people_of(
    store::Reader& reader, const store::StoredReferral& referral) {
  std::vector<std::pair<store::PersonRef, domain::Subject>> people;
  if (const auto focus = store::read_person(reader, referral.person)) {
    people.emplace_back(*focus, domain::Subject::focus);
  }
  for (const auto household : store::households_of(reader, referral.person)) {
    for (const auto& member : store::members_of(reader, household)) {
      const auto person = store::read_person(reader, member.person);
      if (person && person->row != referral.person) {
        people.emplace_back(*person, domain::Subject::household);
      }
    }
  }
  return people;
}

codec::PacketHead head_of(store::Reader& reader, const store::StoredReferral& referral,
                          const Asking& asking, base::UtcMillis at) {
  codec::PacketHead head;
  head.referral_id = referral.id.text();
  if (const auto about = store::read_case(reader, referral.case_row))
    head.case_id = about->id.text();
  head.correlation_id = referral.correlation;
  head.legal_basis = asking.basis;
  head.purpose = asking.purpose;
  head.disclosed_at = base::rfc3339(at);
  return head;
}

audit::Decision logged(domain::Decision decision) {
  switch (decision) {
    case domain::Decision::allow:
      return audit::Decision::allow;
    case domain::Decision::mask:
      return audit::Decision::mask;
    case domain::Decision::deny:
      return audit::Decision::deny;
  }
  return audit::Decision::deny;
}

}  // namespace

Packet render_packet(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     const Asking& asking, base::UtcMillis at) {
  Packet packet;
  std::vector<codec::PacketRecord> records;
  for (const auto& [person, subject] : people_of(reader, referral)) {
    PersonPart part(reader, book, person, subject, asking, at);
    const bool shown = part.add_to(records, referral.id);
    if (subject == domain::Subject::focus) packet.goes = shown;
    part.take(packet.answers);
  }
  packet.data = codec::packet_data(head_of(reader, referral, asking, at), records);
  return packet;
}

void log_disclosure(store::Transaction& tx, const store::StoredReferral& referral,
                    const Packet& packet, std::string_view action) {
  for (const auto& answered : packet.answers) {
    const auto& disclosure = answered.disclosure;
    audit::Entry entry;
    entry.actor = "system";
    entry.action = action;
    entry.objects = {"referral/" + referral.id.text()};
    entry.persons = {disclosure.person()};
    entry.recipient = disclosure.recipient();
    entry.decision = logged(disclosure.verdict().decision);
    entry.rule = domain::name_of(disclosure.verdict().reason);
    entry.basis = disclosure.legal_basis();
    entry.purpose = disclosure.purpose();
    entry.fields = answered.fields;
    tx.audit(entry);
  }
}

}  // namespace hub::service
