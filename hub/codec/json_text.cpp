#include "hub/codec/json_text.hpp"

namespace hub::codec {

using tsunagu::json::Type;
using tsunagu::json::View;
using tsunagu::json::Writer;

void write_value(Writer& json, View value) {
  switch (value.type()) {
    case Type::null:
      return json.null();
    case Type::boolean:
      return json.boolean(value.boolean());
    case Type::integer:
      return json.integer(value.integer());
    case Type::decimal:
      return json.coordinate(value.number());
    case Type::string:
      return json.string(value.text());
    case Type::array:
      json.begin_array();
      for (const View element : value)
        write_value(json, element);
      return json.end_array();
    case Type::object:
      json.begin_object();
      for (const View member : value) {
        json.key(member.key());
        write_value(json, member);
      }
      return json.end_object();
  }
}

std::string json_text(View value) {
  std::string out;
  Writer json(out);
  write_value(json, value);
  return out;
}

}  // namespace hub::codec
