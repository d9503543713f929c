#include "hub/service/packet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include "hub/service/entry.hpp"

#include "hub/codec/items.hpp"
#include "hub/codec/packet.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/service/received.hpp"
#include "hub/service/referral_body.hpp"
#include "hub/service/situation.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/records.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

/// Keys and numbers of the municipality's own systems stay inside it (DOMAIN 6.4): the recipient
/// gets a name for the person that holds in this referral only.
constexpr std::array<std::string_view, 4> internal_parts = {"/identifiers/", "/extra/",
                                                            "/registerNumber/", "/receiptNumber"};

/// Wherever it stands: a member of a hint names its person by record key too.
bool is_internal(std::string_view pointer) {
  return pointer.ends_with("Key") ||
         std::any_of(internal_parts.begin(), internal_parts.end(),
                     [pointer](std::string_view part) {
                       return pointer.find(part) != std::string_view::npos;
                     });
}

/// Of referrals the recipient sees this one: why it was made, and what is asked of him.
bool is_disclosed(const store::StoredRecord& record, store::RecordRow origin) {
  const auto kind = static_cast<RecordKind>(record.kind);
  if (kind == RecordKind::referral) return record.row == origin;
  return kind != RecordKind::consent && kind != RecordKind::removal && kind != RecordKind::resource;
}

/// The same for one referral, and telling nothing beyond it.
std::string pseudonym(const crypto::Keys& keys, const base::ReferralId& referral,
                      std::string_view of) {
  const auto& maker = keys.tokens(crypto::Purpose::record_key);
  return crypto::to_hex(maker.wide(referral.text() + "\n" + std::string(of)));
}

/// One person's records as far as the gate lets them go, and its answers.
class PersonPart {
 public:
  PersonPart(store::Reader& reader, const Book& book, About about, const Asking& asking,
             base::UtcMillis at)
      : reader_(reader),
        book_(book),
        about_(std::move(about)),
        situated_(reader, book, about_, asking, at) {}

  /// Whether it may be told who the person is at all.
  bool may_be_named() { return naming().allowed(); }
  const domain::Disclosure& naming() { return answer(domain::Item::identity).disclosure; }

  void add_to(std::vector<codec::PacketRecord>& records, const base::ReferralId& referral,
              store::RecordRow origin) {
    for (const auto row : records_of(reader_, about_)) {
      const auto stored = store::read_record(reader_, row);
      if (!stored || stored->removed || !stored->body || !is_disclosed(*stored, origin)) continue;
      const auto record = read_body(*stored->body);
      if (record) show(*record, *stored, referral, records);
    }
  }
  /// A fact of the process is a `statement` of the case's person (GATE, where facts come from).
  std::optional<domain::Cleared<std::string>> urgency_of(const store::StoredReferral& referral) {
    auto& answered = answer(domain::Item::statement);
    answered.fields.emplace_back("referral/urgency");
    return answered.disclosure.clear(domain::Sealed<std::string>(
        urgency_in(referral), about_.person.id, {}, domain::Item::statement));
  }
  void take(std::vector<Answered>& answers) {
    for (auto& [labels, answered] : answers_)
      answers.push_back(std::move(answered));
  }

 private:
  Answered& answer(domain::Labels labels) {
    const auto at = answers_.find(labels.bits());
    if (at != answers_.end()) return at->second;
    Answered fresh{situated_.disclose(labels), about_.subject, {}};
    return answers_.emplace(labels.bits(), std::move(fresh)).first->second;
  }

  void show(const codec::Record& record, const store::StoredRecord& stored,
            const base::ReferralId& referral, std::vector<codec::PacketRecord>& records) {
    const auto& keys = reader_.keys();
    codec::PacketRecord out(record.kind(), pseudonym(keys, referral, stored.id.text()),
                            pseudonym(keys, referral, about_.person.id.text()));
    const codec::Provenance provenance{domain::Owner(about_.person.id), stored.source,
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
  About about_;
  Situated situated_;
  std::map<std::uint16_t, Answered> answers_;
};

/// The case's person first, then the others of the household, each once.
std::vector<About> people_of(store::Reader& reader, const store::StoredReferral& referral) {
  std::vector<About> people;
  const auto focus = store::read_person(reader, referral.person);
  if (!focus) return people;
  people.push_back(about_focus(reader, referral, *focus));
  std::set<store::PersonRow> seen{focus->row};
  for (const auto household : store::households_of(reader, focus->row)) {
    for (const auto& member : store::members_of(reader, household)) {
      const auto person = store::read_person(reader, member.person);
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

audit::Entry entry_about(const domain::Disclosure& disclosure,
                         const store::StoredReferral& referral, std::string_view action) {
  const auto& verdict = disclosure.verdict();
  auto entry = entry_of(system_actor, action, "referral/" + referral.id.text(),
                        domain::name_of(verdict.reason));
  entry.persons = {disclosure.person()};
  entry.recipient = disclosure.recipient();
  entry.decision = logged(verdict.decision);
  entry.basis = disclosure.legal_basis();
  entry.purpose = disclosure.purpose();
  if (!disclosure.officer().empty()) entry.objects.push_back(disclosure.officer());
  return entry;
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
    if (packet.goes) part.add_to(records, referral.id, origin ? origin->row : store::RecordRow{});
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
  if (packet.goes) packet.urgency = part.urgency_of(referral);
  part.take(packet.answers);
  return packet;
}

void log_disclosure(store::Transaction& tx, const store::StoredReferral& referral,
                    const Packet& packet, std::string_view action) {
  using Of = std::tuple<base::PersonId, domain::Decision, domain::Reason, std::string_view,
                        std::string_view>;
  std::map<Of, audit::Entry> rows;
  for (const auto& answered : packet.answers) {
    const auto& disclosure = answered.disclosure;
    const auto& verdict = disclosure.verdict();
    const Of key(disclosure.person(), verdict.decision, verdict.reason, disclosure.legal_basis(),
                 disclosure.officer());
    const auto [at, fresh] = rows.try_emplace(key);
    auto& entry = at->second;
    if (fresh) entry = entry_about(disclosure, referral, action);
    entry.fields.insert(entry.fields.end(), answered.fields.begin(), answered.fields.end());
  }
  for (auto& [of, entry] : rows) {
    // Who the person is was asked even where no field of theirs was.
    if (entry.fields.empty()) entry.fields.emplace_back(domain::name_of(domain::Item::identity));
    tx.audit(entry);
  }
}

}  // namespace hub::service
