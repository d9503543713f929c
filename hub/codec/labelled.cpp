#include "hub/codec/labelled.hpp"

#include <algorithm>
#include <iterator>

#include "hub/codec/json_text.hpp"
#include "hub/codec/sealed_access.hpp"
#include "tsunagu/json/pointer.hpp"

namespace hub::codec {
namespace {

constexpr std::string_view envelope[] = {"kind", "schemaVersion", "labels", "warnings"};

void write_label(tsunagu::json::Writer& json, std::string_view pointer, domain::Item item) {
  json.begin_object();
  json.key("pointer");
  json.string(pointer);
  json.key("item");
  json.string(domain::name_of(item));
  json.end_object();
}

/// A label of the whole record stands at each of its members.
void write_everywhere(tsunagu::json::Writer& json, View root, domain::Item item) {
  for (const View member : root) {
    const auto key = member.key();
    if (std::find(std::begin(envelope), std::end(envelope), key) != std::end(envelope)) continue;
    std::string pointer;
    tsunagu::json::append_segment(pointer, key);
    write_label(json, pointer, item);
  }
}

}  // namespace

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
    if (label.pointer.empty()) {
      write_everywhere(json, root, label.item);
    } else {
      write_label(json, label.pointer, label.item);
    }
  }
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace hub::codec
