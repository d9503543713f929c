#include "hub/codec/event.hpp"

#include "tsunagu/json/writer.hpp"

namespace hub::codec {
namespace {

void member(tsunagu::json::Writer& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.string(text);
}

}  // namespace

std::string encode_event(const EventHead& head, std::string_view data) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  member(json, "specversion", "1.0");
  member(json, "id", head.id);
  member(json, "source", head.source);
  member(json, "type", head.type);
  member(json, "time", base::rfc3339(head.time));
  if (!head.subject.empty()) member(json, "subject", head.subject);
  member(json, "datacontenttype", "application/json");
  json.key("data");
  json.raw(data);
  json.end_object();
  return out;
}

}  // namespace hub::codec
