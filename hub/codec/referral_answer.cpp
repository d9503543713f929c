#include "hub/codec/referral_answer.hpp"

#include "hub/base/limits.hpp"
#include "hub/codec/checked.hpp"
#include "hub/codec/event.hpp"
#include "hub/domain/event_shapes.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::codec {
namespace {

using domain::Item;
using domain::Sealed;
using tsunagu::json::Problem;
using tsunagu::json::Type;
using tsunagu::json::View;

constexpr std::string_view types[] = {event_type::accepted, event_type::returned,
                                      event_type::lead_named, event_type::closed,
                                      event_type::use_stopped};

AnswerKind kind_of(std::string_view type) {
  std::size_t at = 0;
  while (types[at] != type)
    ++at;
  return static_cast<AnswerKind>(at);
}

void check_parts(AnswerKind kind, View data, std::vector<Problem>& errors) {
  if (!base::ReferralId::parse(data.find("referralId").text())) {
    errors.push_back({"/data/referralId", "wanted the id that the hub gave the referral"});
  }
  if (kind == AnswerKind::returned && !data.find("reason").is(Type::string)) {
    errors.push_back({"/data/reason", "missing; a returned referral needs its reason"});
  }
  if (kind == AnswerKind::lead_named && !data.find("lead").is(Type::object)) {
    errors.push_back({"/data/lead", "missing; name the main agency"});
  }
}

Sealed<std::string> sealed(View view, Item item) {
  return {std::string(view.text()), domain::Owner(), domain::SourceId{}, item};
}

ReferralAnswer answer_of(AnswerKind kind, View root) {
  const View data = root.find("data");
  const View lead = data.find("lead");
  return {.kind = kind,
          .event_id = std::string(root.find("id").text()),
          .referral = *base::ReferralId::parse(data.find("referralId").text()),
          .at = std::string(data.find("at").text()),
          .agency = std::string(data.find("agency").text()),
          .reason = sealed(data.find("reason"), Item::statement),
          .lead_agency = std::string(lead.find("agency").text()),
          .lead_staff = sealed(lead.find("staff"), Item::locating),
          .outcome = std::string(data.find("outcome").text())};
}

void text_member(tsunagu::json::Writer& json, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  json.key(name);
  json.string(text);
}

}  // namespace

DecodedAnswer decode_referral_answer(std::string_view body) {
  Checked checked =
      checked_event(body, base::limits::webhook_body_bytes, domain::referral_answer_shape);
  if (!checked.errors.empty()) return {std::nullopt, std::move(checked.errors)};
  const View root = checked.document.root();
  const AnswerKind kind = kind_of(root.find("type").text());
  check_parts(kind, root.find("data"), checked.errors);
  if (!checked.errors.empty()) return {std::nullopt, std::move(checked.errors)};
  return {answer_of(kind, root), {}};
}

std::string answer_data(const ReferralAnswer& answer, const ClearedAnswer& cleared) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  text_member(json, "referralId", answer.referral.text());
  text_member(json, "at", answer.at);
  text_member(json, "agency", answer.agency);
  text_member(json, "outcome", answer.outcome);
  if (cleared.reason != nullptr) text_member(json, "reason", cleared.reason->value());
  if (!answer.lead_agency.empty()) {
    json.key("lead");
    json.begin_object();
    text_member(json, "agency", answer.lead_agency);
    if (cleared.lead_staff != nullptr) text_member(json, "staff", cleared.lead_staff->value());
    json.end_object();
  }
  json.end_object();
  return out;
}

}  // namespace hub::codec
