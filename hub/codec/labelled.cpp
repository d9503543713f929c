#include "hub/codec/labelled.hpp"

#include "hub/codec/json_text.hpp"
#include "hub/codec/sealed_access.hpp"

namespace hub::codec {

std::string labelled(const Record& record, std::span<const AddedLabel> labels) {
  const View root = SealedAccess::root(record);
  std::string text;
  tsunagu::json::Writer json(text);
  json.begin_object();
  for (const View member : root) {
    if (member.key() == "labels") continue;
    json.key(member.key());
    write_value(json, member);
  }
  json.key("labels");
  json.begin_array();
  for (const View own : root.find("labels"))
    write_value(json, own);
  for (const auto& label : labels) {
    json.begin_object();
    json.key("pointer");
    json.string(label.pointer);
    json.key("item");
    json.string(domain::name_of(label.item));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace hub::codec
