#include "hub/service/person_part.hpp"

#include <algorithm>
#include <array>

#include "hub/codec/items.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/service/received.hpp"
#include "hub/service/source_labels.hpp"

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

/// What is asked twice is answered once.
std::uint32_t question_of(domain::Labels labels, const Released& released) {
  return labels.bits() | (released.opinion ? 1U << 16 : 0U) | (released.youtai ? 1U << 17 : 0U);
}

/// Of referrals the recipient sees this one: why it was made, and what is asked of him.
bool is_disclosed(const store::StoredRecord& record, store::RecordRow origin) {
  const auto kind = static_cast<RecordKind>(record.kind);
  if (kind == RecordKind::referral) return record.row == origin;
  return kind != RecordKind::consent && kind != RecordKind::removal && kind != RecordKind::resource;
}

}  // namespace

std::string pseudonym(const crypto::Keys& keys, std::string_view matter, std::string_view of) {
  const auto& maker = keys.tokens(crypto::Purpose::record_key);
  return crypto::to_hex(maker.wide(std::string(matter) + "\n" + std::string(of)));
}

Answered& PersonPart::answer(domain::Labels labels, const Released& released) {
  const auto key = question_of(labels, released);
  const auto at = answers_.find(key);
  if (at != answers_.end()) return at->second;
  Answered fresh{situated_.disclose(labels, released), about_.subject, {}, labels};
  const auto& asked = fresh.disclosure;
  if (!asked.allowed())
    fresh.consent = domain::facts_for(asked.label(), situated_.situation()).consent;
  return answers_.emplace(key, std::move(fresh)).first->second;
}

void PersonPart::add_to(std::vector<codec::PacketRecord>& records, std::string_view matter,
                        store::RecordRow origin) {
  for (const auto row : records_of(reader_, about_)) {
    const auto stored = store::read_record(reader_, row);
    if (!stored || stored->removed || !stored->body || !is_disclosed(*stored, origin)) continue;
    const auto record = read_body(*stored->body);
    if (record) show(*record, *stored, matter, records);
  }
}

void PersonPart::take(std::vector<Answered>& answers) {
  for (auto& [labels, answered] : answers_)
    answers.push_back(std::move(answered));
}

void PersonPart::show(const codec::Record& record, const store::StoredRecord& stored,
                      std::string_view matter, std::vector<codec::PacketRecord>& records) {
  const auto& keys = reader_.keys();
  codec::PacketRecord out(record.kind(), pseudonym(keys, matter, stored.id.text()),
                          pseudonym(keys, matter, about_.person.id.text()));
  const codec::Provenance provenance{domain::Owner(about_.person.id), stored.source,
                                     source_labels(reader_, book_, stored.source)};
  const auto found = releases_.find(stored.row);
  const auto released = found == releases_.end() ? Released() : found->second;
  for (const auto& item : codec::items_of(record, provenance)) {
    if (is_internal(item.pointer)) continue;
    auto& answered = answer(item.json.labels(), released);
    answered.fields.push_back(std::string(domain::name_of(record.kind())) + item.pointer);
    if (auto cleared = answered.disclosure.clear(item.json)) {
      out.allow(item.pointer, std::move(*cleared));
    } else if (answered.disclosure.verdict().reason == domain::Reason::youtai_pointer) {
      pointers_.insert(stored.source);  // not even which fields it has
    } else if (answered.disclosure.masked()) {
      out.mask(item.pointer);
    }
  }
  if (!out.empty()) records.push_back(std::move(out));
}

}  // namespace hub::service
