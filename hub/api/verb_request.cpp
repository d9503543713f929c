#include "hub/api/verb_request.hpp"

#include <algorithm>

#include "hub/base/limits.hpp"
#include "hub/codec/json_text.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;

bool is_plain(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

bool is_known(const Operation& operation, std::string_view key) {
  if (operation.effect == Effect::page && (key == "limit" || key == "cursor")) return true;
  return !operation.query.empty() && key == operation.query;
}

}  // namespace

Words path_words(const Operation& operation, const http::Request& request) {
  Words words;
  auto left = operation.pattern;
  for (const auto& value : request.parameters) {
    left.remove_prefix(left.find('{') + 1);
    words.emplace_back(left.substr(0, left.find('}')), value);
  }
  return words;
}

Result<Words> query_words(const Operation& operation, const http::Request& request) {
  Words words;
  auto left = request.query();
  while (!left.empty()) {
    const auto one = left.substr(0, left.find('&'));
    left.remove_prefix(std::min(left.size(), one.size() + 1));
    const auto key = one.substr(0, one.find('='));
    const auto value = one.size() > key.size() ? one.substr(key.size() + 1) : std::string_view();
    const bool again = std::any_of(words.begin(), words.end(),
                                   [key](const auto& word) { return word.first == key; });
    if (!is_known(operation, key) || again)
      return fail(Kind::invalid, "?: the address bears a word that this list does not know");
    if (!is_plain(value)) return fail(Kind::invalid, "?: a word of the address has no plain value");
    words.emplace_back(key, value);
  }
  return words;
}

Result<std::string> verb_request(const VerbWords& words, std::string_view body) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  json.key("verb");
  json.string(words.verb);
  for (const auto& [key, value] : words.texts) {
    json.key(key);
    json.string(value);
  }
  if (words.limit) {
    json.key("limit");
    json.integer(*words.limit);
  }
  if (!body.empty()) {
    const auto parsed = tsunagu::json::parse_untrusted(
        body, {.bytes = base::limits::other_body_bytes, .depth = base::limits::json_depth});
    if (!parsed.ok()) return fail(Kind::invalid, "malformed JSON");
    if (!parsed.root().is(tsunagu::json::Type::object))
      return fail(Kind::invalid, "/: is no object");
    for (const auto member : parsed.root()) {
      const bool taken = member.key() == "verb" || member.key() == "limit" ||
                         member.key() == "seen" ||
                         std::any_of(words.texts.begin(), words.texts.end(),
                                     [&](const auto& word) { return word.first == member.key(); });
      if (taken) return fail(Kind::invalid, "/: says what stands in the address or a header");
      json.key(member.key());
      codec::write_value(json, member);
    }
  }
  json.end_object();
  return out;
}

}  // namespace hub::api
