#include "hub/http/header_check.hpp"

#include "hub/base/limits.hpp"
#include "hub/http/field_rules.hpp"
#include "hub/http/request_line.hpp"

namespace hub::http {
namespace {

using base::limits::header_bytes;
using base::limits::header_fields;

HeaderVerdict refuse(HeadFault fault) {
  HeaderVerdict out;
  out.state = HeadState::refused;
  out.fault = fault;
  return out;
}

/// Size of the head with its empty line; 0 while it is incomplete. A line feed without a carriage
/// return, or the reverse, is refused at once: waiting for more would only hold the connection.
struct Extent {
  std::size_t size = 0;
  HeadFault fault = HeadFault::none;
};

Extent extent_of(std::string_view bytes) {
  const auto seen = bytes.substr(0, header_bytes);
  std::size_t line = 0;
  for (std::size_t at = seen.find_first_of("\r\n"); at != std::string_view::npos;
       at = seen.find_first_of("\r\n", at)) {
    if (seen[at] == '\n') return {0, HeadFault::bad_line_end};
    if (at + 1 == seen.size()) break;
    if (seen[at + 1] != '\n') return {0, HeadFault::bad_line_end};
    if (at == line) return {at + 2, HeadFault::none};
    line = at += 2;
  }
  return {0, seen.size() == header_bytes ? HeadFault::too_large : HeadFault::none};
}

bool is_value(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7F) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return text.substr(text.size());
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

Piece piece_of(std::string_view whole, std::string_view part) {
  return {static_cast<std::uint16_t>(part.data() - whole.data()),
          static_cast<std::uint16_t>(part.size())};
}

HeadFault read_field(std::string_view bytes, std::string_view line, FieldRules& rules, Head& head) {
  if (line.front() == ' ' || line.front() == '\t') return HeadFault::folded_line;
  if (head.fields.size() == header_fields) return HeadFault::too_many_fields;
  const auto colon = line.find(':');
  const auto name = line.substr(0, colon);
  if (colon == std::string_view::npos || !is_token(name)) return HeadFault::bad_field_name;
  const auto value = trimmed(line.substr(colon + 1));
  if (!is_value(value)) return HeadFault::bad_field_value;
  head.fields.push_back({piece_of(bytes, name), piece_of(bytes, value)});
  return rules.see(name, value, head);
}

HeadFault read_fields(std::string_view bytes, std::size_t from, std::size_t size, FieldRules& rules,
                      Head& head) {
  while (from + 2 < size) {
    const auto end = bytes.find('\r', from);
    const auto fault = read_field(bytes, bytes.substr(from, end - from), rules, head);
    if (fault != HeadFault::none) return fault;
    from = end + 2;
  }
  return rules.finish(head);
}

}  // namespace

HeaderVerdict check_header(std::string_view bytes) {
  const auto extent = extent_of(bytes);
  if (extent.fault != HeadFault::none) return refuse(extent.fault);
  if (extent.size == 0) return {};
  HeaderVerdict out;
  out.state = HeadState::complete;
  out.size = extent.size;
  out.head.fields.reserve(12);
  const auto line = bytes.substr(0, bytes.find('\r'));
  RequestLine request;
  if (const auto fault = read_request_line(line, request); fault != HeadFault::none) {
    return refuse(fault);
  }
  out.head.method = request.method;
  out.head.path = piece_of(bytes, request.path);
  out.head.query = piece_of(bytes, request.query);
  FieldRules rules(request.minor_version);
  const auto fault = read_fields(bytes, line.size() + 2, extent.size, rules, out.head);
  return fault == HeadFault::none ? out : refuse(fault);
}

}  // namespace hub::http
