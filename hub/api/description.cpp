#include "hub/api/description.hpp"

#include <algorithm>

#include "hub/api/members.hpp"
#include "hub/api/openapi.hpp"
#include "hub/api/operation_rows.hpp"
#include "hub/base/words.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

using domain::AccountRole;
using tsunagu::json::Writer;

/// In the paths of the base: here stand the operations.
constexpr std::string_view place = "\"@operations\": {}";

void put(Writer& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.string(value);
}

void put_ref(Writer& json, std::string_view what, std::string_view name) {
  put(json, "$ref", "#/components/" + std::string(what) + "/" + std::string(name));
}

void put_words(Writer& json, std::string_view words) {
  json.key("enum");
  json.begin_array();
  for (const auto one : base::words_in(words))
    json.string(one);
  json.end_array();
}

void put_text(Writer& json, Shape shape) {
  put(json, "type", "string");
  if (shape == Shape::id || shape == Shape::ids) put(json, "format", "uuid");
  if (shape == Shape::day) put(json, "format", "date");
}

void put_schema(Writer& json, const Member& member) {
  json.begin_object();
  switch (member.shape) {
    case Shape::flag:
      put(json, "type", "boolean");
      break;
    case Shape::number:
      put(json, "type", "integer");
      json.key("minimum");
      json.integer(0);
      break;
    case Shape::texts:
    case Shape::ids:
      put(json, "type", "array");
      json.key("items");
      json.begin_object();
      put_text(json, member.shape);
      json.end_object();
      break;
    default:
      put_text(json, member.shape);
      if (!member.words.empty()) put_words(json, member.words);
  }
  put(json, "description", member.meaning);
  json.end_object();
}

void put_parameter(Writer& json, const Member& member, std::string_view in, bool needed) {
  json.begin_object();
  put(json, "name", member.name);
  put(json, "in", in);
  json.key("required");
  json.boolean(needed);
  json.key("schema");
  put_schema(json, member);
  json.end_object();
}

void put_named(Writer& json, std::string_view name) {
  json.begin_object();
  put_ref(json, "parameters", name);
  json.end_object();
}

void put_parameters(Writer& json, const Operation& operation) {
  json.key("parameters");
  json.begin_array();
  auto left = operation.pattern;
  for (auto at = left.find('{'); at != std::string_view::npos; at = left.find('{')) {
    left.remove_prefix(at + 1);
    const auto name = left.substr(0, left.find('}'));
    put_parameter(json, *find_member(operation.verb, name), "path", true);
  }
  if (has_body(operation)) {
    put_named(json, "changeToken");
  } else {
    for (const auto& one : members_of(operation))
      put_parameter(json, *one.member, "query", one.needed);
  }
  if (operation.effect == Effect::page) {
    put_named(json, "limit");
    put_named(json, "cursor");
  }
  if (operation.effect == Effect::create) put_named(json, "idempotencyKey");
  if (operation.effect == Effect::change || operation.effect == Effect::advance)
    put_named(json, "ifMatch");
  json.end_array();
}

void put_body(Writer& json, const Operation& operation) {
  const auto members = members_of(operation);
  const auto needed = [](const Wanted& one) { return one.needed; };
  const bool any_needed = std::any_of(members.begin(), members.end(), needed);
  json.key("requestBody");
  json.begin_object();
  json.key("required");
  json.boolean(any_needed);
  json.key("content");
  json.begin_object();
  json.key("application/json");
  json.begin_object();
  json.key("schema");
  json.begin_object();
  put(json, "type", "object");
  json.key("additionalProperties");
  json.boolean(false);
  json.key("properties");
  json.begin_object();
  for (const auto& one : members) {
    json.key(one.member->name);
    put_schema(json, *one.member);
  }
  json.end_object();
  if (any_needed) {
    json.key("required");
    json.begin_array();
    for (const auto& one : members) {
      if (one.needed) json.string(one.member->name);
    }
    json.end_array();
  }
  for (int open = 0; open < 4; ++open)
    json.end_object();
}

void put_answer(Writer& json, const Operation& operation) {
  json.key(operation.effect == Effect::create ? "201" : "200");
  json.begin_object();
  put(json, "description", "応答");
  json.key("content");
  json.begin_object();
  json.key("application/json");
  json.begin_object();
  json.key("schema");
  json.begin_object();
  put_ref(json, "schemas", operation.effect == Effect::page ? "Page" : "Answer");
  for (int open = 0; open < 3; ++open)
    json.end_object();
  if (operation.effect == Effect::read) {
    json.key("headers");
    json.begin_object();
    json.key("ETag");
    json.begin_object();
    put_ref(json, "headers", "tag");
    json.end_object();
    json.end_object();
  }
  json.end_object();
}

std::vector<std::string_view> problems_of(Effect effect) {
  switch (effect) {
    case Effect::read:
    case Effect::page:
      return {"400", "401", "403", "404", "503"};
    case Effect::ask:
      return {"400", "401", "403", "404", "409", "413", "415", "503", "507"};
    case Effect::create:
      return {"400", "401", "403", "404", "409", "413", "415", "422", "428", "503", "507"};
    case Effect::change:
    case Effect::advance:
      return {"400", "401", "403", "404", "409", "412", "413", "415", "428", "503", "507"};
  }
  return {};
}

void put_operation(Writer& json, const Operation& operation, std::string_view tag) {
  json.key(has_body(operation) ? "post" : "get");
  json.begin_object();
  put(json, "operationId", operation.id);
  put(json, "summary", operation.summary);
  json.key("tags");
  json.begin_array();
  json.string(tag);
  json.end_array();
  json.key("x-roles");
  json.begin_array();
  for (const auto role : domain::account_roles) {
    if (operation.roles.has(role)) json.string(domain::name_of(role));
  }
  if (operation.roles.has(AccountRole::partner_system))
    json.string(domain::name_of(AccountRole::partner_system));
  json.end_array();
  put(json, "x-relation", name_of(operation.relation));
  put_parameters(json, operation);
  if (has_body(operation)) put_body(json, operation);
  json.key("responses");
  json.begin_object();
  put_answer(json, operation);
  for (const auto status : problems_of(operation.effect)) {
    json.key(status);
    json.begin_object();
    put_ref(json, "responses", "problem");
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void put_path(std::string& out, const Topic& topic, std::string_view pattern) {
  std::string item;
  Writer json(item);
  json.begin_object();
  for (const auto& operation : topic.rows) {
    if (operation.pattern == pattern) put_operation(json, operation, topic.title);
  }
  json.end_object();
  out += (out.empty() ? "\"" : ",\n  \"") + std::string(pattern) + "\": " + item;
}

/// A line for each path; those of one path are of one topic.
std::string paths() {
  std::string out;
  std::vector<std::string_view> done;
  for (const auto& topic : topics()) {
    for (const auto& operation : topic.rows) {
      if (std::find(done.begin(), done.end(), operation.pattern) != done.end()) continue;
      done.push_back(operation.pattern);
      put_path(out, topic, operation.pattern);
    }
  }
  return out;
}

std::string described() {
  std::string document(openapi_base());
  const auto at = document.find(place);
  return document.replace(at, place.size(), paths());
}

}  // namespace

std::string_view description() {
  static const std::string document = described();
  return document;
}

}  // namespace hub::api
