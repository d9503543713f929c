#include "hub/codec/packet.hpp"

#include "hub/codec/nested.hpp"

namespace hub::codec {
namespace {

constexpr std::string_view masked = R"({"dataAbsentReason":"masked"})";

void text_member(tsunagu::json::Writer& json, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  json.key(name);
  json.string(text);
}

}  // namespace

class PacketWriter {
 public:
  explicit PacketWriter(tsunagu::json::Writer& json) : json_(json) {}

  void write(const PacketRecord& record) {
    Nested fields;
    for (const PacketRecord::Field& field : record.fields_) {
      fields.put(field.pointer, field.masked ? masked : std::string_view(field.json));
    }
    json_.begin_object();
    text_member(json_, "kind", name_of(record.kind_));
    text_member(json_, "id", record.id_);
    text_member(json_, "person", record.person_);
    json_.key("fields");
    fields.write(json_);
    json_.end_object();
  }

 private:
  tsunagu::json::Writer& json_;
};

std::string packet_data(const PacketHead& head, const std::vector<PacketRecord>& records) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  text_member(json, "referralId", head.referral_id);
  text_member(json, "sittingId", head.sitting_id);
  text_member(json, "agendaId", head.agenda_id);
  text_member(json, "caseId", head.case_id);
  text_member(json, "correlationId", head.correlation_id);
  text_member(json, "urgency", head.urgency);
  text_member(json, "legalBasis", head.legal_basis);
  text_member(json, "purpose", head.purpose);
  text_member(json, "disclosedAt", head.disclosed_at);
  json.key("records");
  json.begin_array();
  PacketWriter writer(json);
  for (const PacketRecord& record : records) {
    if (!record.empty()) writer.write(record);
  }
  json.end_array();
  json.end_object();
  return out;
}

std::string notice_data(const Notice& notice) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  text_member(json, "referralId", notice.referral_id);
  text_member(json, "urgency", notice.urgency);
  text_member(json, "packetUrl", notice.packet_url);
  json.end_object();
  return out;
}

}  // namespace hub::codec
