#include "hub/codec/merge.hpp"

#include "hub/codec/json_text.hpp"
#include "hub/codec/sealed_access.hpp"

namespace hub::codec {
namespace {

using tsunagu::json::Type;
using tsunagu::json::Writer;

std::string_view top_member(std::string_view pointer) {
  if (!pointer.starts_with('/')) return {};
  pointer.remove_prefix(1);
  return pointer.substr(0, pointer.find('/'));
}

bool is_value(View member) {
  return member.exists() && !member.is(Type::null) && member.key() != "labels";
}

void write_member(Writer& json, View member) {
  json.key(member.key());
  write_value(json, member);
}

void write_labels(Writer& json, View before, View now) {
  json.key("labels");
  json.begin_array();
  for (const View label : now.find("labels"))
    write_value(json, label);
  for (const View label : before.find("labels")) {
    const std::string_view about = top_member(label.find("pointer").text());
    if (!now.find(about).exists()) write_value(json, label);
  }
  json.end_array();
}

}  // namespace

std::string merged(const Record* before, const Record& now) {
  const View old_root = before == nullptr ? View() : SealedAccess::root(*before);
  const View new_root = SealedAccess::root(now);
  std::string out;
  Writer json(out);
  json.begin_object();
  for (const View member : new_root) {
    if (is_value(member)) write_member(json, member);
  }
  for (const View member : old_root) {
    if (is_value(member) && !new_root.find(member.key()).exists()) write_member(json, member);
  }
  write_labels(json, old_root, new_root);
  json.end_object();
  return out;
}

}  // namespace hub::codec
