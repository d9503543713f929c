#include "examples/coordinator/event.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "examples/coordinator/json_text.hpp"

namespace coordinator {
namespace {

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/// It becomes part of our answer's id.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), is_word_character);
}

/// `/packets/0189…`: no other host, no way up, nothing to decode.
bool is_path(std::string_view text) {
  return text.starts_with('/') && text.find("//") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_word_character(c) || c == '/' || c == '_'; });
}

std::string path_below(std::string_view url, std::string_view hub_url) {
  if (!hub_url.empty() && url.starts_with(hub_url)) url.remove_prefix(hub_url.size());
  return is_path(url) ? std::string(url) : std::string();
}

}  // namespace

std::optional<Event> event_from_text(std::string_view body, std::string_view hub_url) {
  const auto json = value_from_text(body);
  if (!json || !json->is_object()) return std::nullopt;
  Event out;
  out.type = text_at(*json, "type");
  if (const auto* data = json->as_object().if_contains("data")) out.data = *data;
  out.referral = text_at(out.data, "referralId");
  if (out.type.empty() || !is_id(out.referral)) return std::nullopt;
  out.packet_path = path_below(text_at(out.data, "packetUrl"), hub_url);
  if (out.type == event_type::notice && out.packet_path.empty()) return std::nullopt;
  return out;
}

}  // namespace coordinator
