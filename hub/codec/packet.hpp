// What goes out about a referral, or to a seat about an agenda item. The thin notice names ids
// only; the packet holds what the gate cleared, and nothing that it did not: a value gets in as
// Cleared<T> and in no other way. A masked datum stands as {"dataAbsentReason":"masked"} (FHIR
// data-absent-reason), a denied one is absent, and lists close up, so that a gap tells nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/cleared.hpp"
#include "hub/domain/record_kind.hpp"

namespace hub::codec {

/// One record's cleared fields. Built field by field in the record's order.
class PacketRecord {
 public:
  /// `person` is the pseudonym under which this case's recipient knows the person: 宛名番号 and the
  /// like never leave the municipality.
  PacketRecord(domain::RecordKind kind, std::string id, std::string person)
      : kind_(kind), id_(std::move(id)), person_(std::move(person)) {}

  /// `pointer` and the JSON text of a RecordItem, after the gate.
  void allow(std::string pointer, domain::Cleared<std::string> json) {
    fields_.push_back({std::move(pointer), std::move(json).value(), false});
  }
  void mask(std::string pointer) { fields_.push_back({std::move(pointer), {}, true}); }
  [[nodiscard]] bool empty() const noexcept { return fields_.empty(); }

 private:
  friend class PacketWriter;
  struct Field {
    std::string pointer;
    std::string json;
    bool masked;
  };

  domain::RecordKind kind_;
  std::string id_;
  std::string person_;
  std::vector<Field> fields_;
};

/// Of a referral, or of an agenda item of a sitting.
struct PacketHead {
  std::string referral_id;
  std::string sitting_id{};
  std::string agenda_id{};
  std::string case_id;
  std::string correlation_id;
  std::string urgency;      ///< routine, soon, immediate
  std::string legal_basis;  ///< code of DOMAIN 9
  std::string purpose;
  std::string disclosed_at;  ///< RFC 3339; the moment of the gate's decision
};

/// An event's data: {"referralId":…,"records":[{"kind":…,"id":…,"person":…,"fields":{…}}]}. A
/// record without fields is left out.
std::string packet_data(const PacketHead& head, const std::vector<PacketRecord>& records);

struct Notice {
  std::string referral_id;
  std::string urgency;
  std::string packet_url;  ///< where an authorized pull gets the packet, decided again then
};

std::string notice_data(const Notice& notice);

}  // namespace hub::codec
