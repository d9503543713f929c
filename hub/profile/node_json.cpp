#include <array>

#include "hub/profile/source.hpp"

namespace hub::profile {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte >= 0x20) {
      out += c;
    } else {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    }
  }
  out += '"';
}

void append_json(std::string& out, const Node& node);

void append_list(std::string& out, const Node& node) {
  out += '[';
  for (const Node& item : node.items) {
    if (&item != &node.items.front()) out += ',';
    append_json(out, item);
  }
  out += ']';
}

void append_map(std::string& out, const Node& node) {
  out += '{';
  for (const Entry& entry : node.entries) {
    if (&entry != &node.entries.front()) out += ',';
    append_escaped(out, entry.key);
    out += ':';
    append_json(out, entry.value);
  }
  out += '}';
}

void append_json(std::string& out, const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      out += "null";
      break;
    case Node::Kind::scalar:
      append_escaped(out, node.text);
      break;
    case Node::Kind::list:
      append_list(out, node);
      break;
    case Node::Kind::map:
      append_map(out, node);
      break;
  }
}

}  // namespace

std::string config_json(const Source& source) {
  if (source.config.kind != Node::Kind::map) return "{}";
  std::string out;
  append_json(out, source.config);
  return out;
}

}  // namespace hub::profile
