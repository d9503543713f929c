#include "hub/service/referral_body.hpp"

#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::View;
using tsunagu::json::Writer;

void put(Writer& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.string(value);
}

void put_choice(Writer& json, const profile::Profile& profile, const Way& way) {
  put(json, "why", way.why);
  json.key("candidates");
  json.begin_array();
  for (const auto* desk : way.candidates) {
    json.begin_object();
    put(json, "desk", desk->code);
    put(json, "name", profile::display_name(profile, *desk));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string referral_body(const profile::Profile& profile, std::string_view recipient,
                          std::string_view urgency, const Way& way) {
  std::string body;
  Writer json(body);
  json.begin_object();
  put(json, "recipient", recipient);
  put(json, "urgency", urgency);
  if (way.desk == nullptr) put_choice(json, profile, way);
  json.end_object();
  return body;
}

std::string urgency_in(const store::StoredReferral& referral) {
  const auto parsed = tsunagu::json::parse_untrusted(referral.body.look_inside());
  return parsed.ok() ? std::string(parsed.root().find("urgency").text()) : std::string();
}

Choice choice_in(const store::StoredReferral& referral) {
  Choice choice;
  if (!referral.to_desk.empty()) return choice;
  const auto parsed = tsunagu::json::parse_untrusted(referral.body.look_inside());
  if (!parsed.ok()) return choice;
  choice.why = parsed.root().find("why").text();
  for (const View one : parsed.root().find("candidates")) {
    choice.candidates.push_back(
        {std::string(one.find("desk").text()), std::string(one.find("name").text())});
  }
  return choice;
}

}  // namespace hub::service
