#include "hub/codec/consent_json.hpp"

#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::codec {
namespace {

using domain::ConsentScope;
using domain::Labels;
using domain::Selection;
using tsunagu::json::View;
using tsunagu::json::Writer;

/// `true` selects everything, a list what it names.
void write(Writer& json, std::string_view name, const Selection& selection) {
  json.key(name);
  if (selection.all()) return json.boolean(true);
  json.begin_array();
  for (const auto& one : selection.names())
    json.string(one);
  json.end_array();
}

Selection selection_of(View value) {
  if (value.boolean()) return Selection::everything();
  std::vector<std::string> names;
  for (const View one : value)
    names.emplace_back(one.text());
  return Selection(std::move(names));
}

void write(Writer& json, const ConsentScope& scope) {
  json.begin_object();
  write(json, "forums", scope.forums);
  write(json, "recipients", scope.recipients);
  write(json, "purposes", scope.purposes);
  json.key("labels");
  json.integer(scope.labels.bits());
  json.end_object();
}

ConsentScope scope_of(View value) {
  ConsentScope scope;
  scope.forums = selection_of(value.find("forums"));
  scope.recipients = selection_of(value.find("recipients"));
  scope.purposes = selection_of(value.find("purposes"));
  scope.labels = Labels::from_bits(static_cast<std::uint16_t>(value.find("labels").integer()));
  return scope;
}

void write(Writer& json, std::string_view name, const std::optional<base::UtcMillis>& at) {
  if (!at) return;
  json.key(name);
  json.integer(base::millis_of(*at));
}

std::optional<base::UtcMillis> time_of(View value) {
  return value.exists() ? std::optional(base::utc_from_millis(value.integer())) : std::nullopt;
}

void write(Writer& json, std::string_view name, const std::string& text) {
  if (text.empty()) return;
  json.key(name);
  json.string(text);
}

}  // namespace

std::string consent_body(const domain::ConsentEvent& event) {
  std::string body;
  Writer json(body);
  json.begin_object();
  json.key("object");
  json.string(domain::name_of(event.object));
  json.key("scope");
  write(json, event.scope);
  json.key("excludes");
  json.begin_array();
  for (const auto& scope : event.excludes)
    write(json, scope);
  json.end_array();
  write(json, "from", event.in_force.from);
  write(json, "until", event.in_force.until);
  write(json, "followUpUntil", event.follow_up_until);
  json.key("givenBy");
  json.integer(static_cast<int>(event.given_by));
  json.key("method");
  json.integer(static_cast<int>(event.method));
  write(json, "giverBasis", event.giver_basis);
  write(json, "form", event.form);
  write(json, "formVersion", event.form_version);
  write(json, "evidence", event.evidence);
  json.end_object();
  return body;
}

bool read_consent_body(std::string_view json, domain::ConsentEvent& event) {
  const auto parsed = tsunagu::json::parse_untrusted(json);
  if (!parsed.ok()) return false;
  const View root = parsed.root();
  const auto object = domain::consent_object_from(root.find("object").text());
  if (!object) return false;
  event.object = *object;
  event.scope = scope_of(root.find("scope"));
  for (const View scope : root.find("excludes"))
    event.excludes.push_back(scope_of(scope));
  event.in_force = {time_of(root.find("from")), time_of(root.find("until"))};
  event.follow_up_until = time_of(root.find("followUpUntil"));
  event.given_by = static_cast<domain::ConsentGiver>(root.find("givenBy").integer());
  event.method = static_cast<domain::ConsentMethod>(root.find("method").integer());
  event.giver_basis = root.find("giverBasis").text();
  event.form = root.find("form").text();
  event.form_version = root.find("formVersion").text();
  event.evidence = root.find("evidence").text();
  return true;
}

}  // namespace hub::codec
