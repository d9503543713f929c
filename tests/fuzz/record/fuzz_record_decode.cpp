// A record from an adapter process, and the bodies of webhooks: any bytes give a record or errors,
// each error with a pointer of ours; a record taken can be taken apart, typed, merged and read
// again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/codec/merge.hpp"
#include "hub/codec/record.hpp"
#include "hub/codec/referral_answer.hpp"
#include "hub/codec/referral_request.hpp"
#include "hub/codec/typed.hpp"

namespace {

using namespace hub;

void must(bool holds) {
  if (!holds) std::abort();
}

void use(const codec::Record& record) {
  using domain::RecordKind;
  const codec::Provenance provenance;
  for (const auto& item : items_of(record, provenance))
    must(!item.json.labels().empty());
  switch (record.kind()) {
    case RecordKind::person:
      (void)person_of(record, provenance);
      break;
    case RecordKind::household_hint:
      (void)household_hint_of(record, provenance);
      break;
    case RecordKind::consultation:
      (void)consultation_of(record, provenance);
      break;
    case RecordKind::concern:
      (void)concern_of(record, provenance);
      break;
    case RecordKind::consent:
      (void)consent_of(record, provenance);
      break;
    case RecordKind::referral:
      (void)referral_of(record, provenance);
      break;
    case RecordKind::assessment:
      (void)assessment_of(record, provenance);
      break;
    case RecordKind::plan:
      (void)plan_of(record, provenance);
      break;
    case RecordKind::monitoring:
      (void)monitoring_of(record, provenance);
      break;
    case RecordKind::resource:
      (void)resource_of(record, provenance);
      break;
    case RecordKind::removal:
      (void)removal_of(record);
      break;
    case RecordKind::case_:
      (void)case_of(record, provenance);
      break;
    case RecordKind::role:
      (void)role_of(record, provenance);
      break;
    case RecordKind::outreach:
      (void)outreach_of(record, provenance);
      break;
    case RecordKind::conference:
      (void)conference_of(record, provenance);
      break;
    case RecordKind::match:
      (void)match_of(record, provenance);
      break;
  }
}

void read(codec::RecordReader& reader, std::string_view bytes) {
  const codec::DecodedRecord decoded = reader.read(bytes);
  must(decoded.ok() != !decoded.errors.empty());
  if (!decoded.ok()) return;
  use(*decoded.record);
  const codec::DecodedRecord again = reader.read(merged(&*decoded.record, *decoded.record));
  must(again.ok() || again.errors.size() == 1);  // labels of both may pass the limit of a list
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  codec::RecordReader reader;
  read(reader, bytes);
  const auto request = codec::decode_referral_request(bytes, "2026-04-10");
  if (request.ok()) {
    for (const std::string& record : request.request->records)
      must(reader.read(record).ok());
  }
  const auto answer = codec::decode_referral_answer(bytes);
  must(answer.ok() != !answer.errors.empty());
  return 0;
}
