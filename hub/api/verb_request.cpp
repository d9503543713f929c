#include "hub/api/verb_request.hpp"

#include <algorithm>

#include "hub/api/members.hpp"
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

/// A word of a page stands for itself.
Result<> check_query(const Operation& operation, std::string_view key, std::string_view value) {
  if (operation.effect == Effect::page && (key == "limit" || key == "cursor")) return {};
  if (!has_body(operation)) {
    for (const auto& one : members_of(operation)) {
      if (one.member->name == key) return check_word(*one.member, value);
    }
  }
  return fail(Kind::invalid, "?: the address bears a word that this list does not know");
}

Result<> check_needed(const Operation& operation, const Words& words) {
  if (has_body(operation)) return {};
  for (const auto& one : members_of(operation)) {
    const bool said = std::any_of(words.begin(), words.end(),
                                  [&](const auto& word) { return word.first == one.member->name; });
    if (one.needed && !said)
      return fail(Kind::invalid, "?" + std::string(one.member->name) + ": is missing");
  }
  return {};
}

/// A flag is one to the verb too; all else is text to it.
void put_word(tsunagu::json::Writer& json, const VerbWords& words, const std::string& key,
              const std::string& value) {
  json.key(key);
  const auto* member = find_member(words.verb, key);
  if (member != nullptr && member->shape == Shape::flag) {
    json.boolean(value == "true");
  } else {
    json.string(value);
  }
}

Result<> put_body(tsunagu::json::Writer& json, const Operation& operation, std::string_view body) {
  const auto parsed = tsunagu::json::parse_untrusted(
      body.empty() ? "{}" : body,
      {.bytes = base::limits::other_body_bytes, .depth = base::limits::json_depth});
  if (!parsed.ok()) return fail(Kind::invalid, "malformed JSON");
  if (auto fits = check_body(operation, parsed.root()); !fits) return fits;
  for (const auto member : parsed.root()) {
    json.key(member.key());
    if (member.is(tsunagu::json::Type::integer)) {
      json.string(std::to_string(member.integer()));
    } else {
      codec::write_value(json, member);
    }
  }
  return {};
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
    if (again) return fail(Kind::invalid, "?: the address bears a word twice");
    if (!is_plain(value)) return fail(Kind::invalid, "?: a word of the address has no plain value");
    if (auto fits = check_query(operation, key, value); !fits) return fits.error();
    words.emplace_back(key, value);
  }
  if (auto whole = check_needed(operation, words); !whole) return whole.error();
  return words;
}

Result<std::string> verb_request(const VerbWords& words, std::string_view body) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  json.key("verb");
  json.string(words.verb);
  for (const auto& [key, value] : words.texts)
    put_word(json, words, key, value);
  if (words.limit) {
    json.key("limit");
    json.integer(*words.limit);
  }
  if (has_body(words.operation) && words.verb == words.operation.verb) {
    if (auto put = put_body(json, words.operation, body); !put) return put.error();
  }
  json.end_object();
  return out;
}

}  // namespace hub::api
