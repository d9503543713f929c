// The guarded reader of JSON: never falls, keeps its limits, and what it takes it can write and
// read back unchanged.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace {

using tsunagu::json::Type;
using tsunagu::json::View;
using tsunagu::json::Writer;

void must(bool holds) {
  if (!holds) std::abort();
}

void write(Writer& json, View value) {
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
        write(json, element);
      return json.end_array();
    case Type::object:
      json.begin_object();
      for (const View member : value) {
        json.key(member.key());
        write(json, member);
      }
      return json.end_object();
  }
}

std::string text_of(View value) {
  std::string out;
  Writer json(out);
  write(json, value);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto parsed = tsunagu::json::parse_untrusted(bytes, {.bytes = 1 << 20, .depth = 32});
  if (!parsed.ok()) {
    must(parsed.failure().offset <= size);
    must(!parsed.failure().text().empty());
    return 0;
  }
  const std::string once = text_of(parsed.root());
  const auto again = tsunagu::json::parse_untrusted(once, {.bytes = 8 << 20, .depth = 32});
  must(again.ok());
  must(text_of(again.root()) == once);
  return 0;
}
