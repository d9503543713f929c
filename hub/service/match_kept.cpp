#include "hub/service/match_kept.hpp"

#include "hub/service/view.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::Writer;

void put_reasons(const matching::Reasons& reasons, Writer& json) {
  json.begin_array();
  for (const auto& reason : reasons) {
    json.begin_object();
    json.key("part");
    json.string(domain::part_names[static_cast<std::size_t>(reason.part)]);
    json.key("points");
    json.integer(reason.points);
    json.key("of");
    json.integer(reason.of);
    json.key("known");
    json.boolean(reason.known);
    json.end_object();
  }
  json.end_array();
}

std::vector<std::string> names_in(domain::FieldSet fields) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < domain::match_fields.size(); ++at) {
    if ((fields >> at & 1U) != 0) names.emplace_back(domain::match_fields[at].name);
  }
  return names;
}

std::vector<std::string> titles_of(const matching::Fit& fit, const domain::MatchingRules& rules) {
  std::vector<std::string> titles;
  for (const auto at : fit.conditions)
    titles.push_back(rules.conditions[at].title);
  return titles;
}

void put_list(std::string_view key, const std::vector<std::string>& words, Writer& json) {
  json.key(key);
  json.begin_array();
  for (const auto& word : words)
    json.string(word);
  json.end_array();
}

}  // namespace

std::string fields_of(domain::FieldSet fields) {
  std::string out;
  for (const auto& name : names_in(fields))
    out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string candidate_line(const ResourceFacts& facts, const matching::Candidate& candidate,
                           const domain::MatchingRules& rules) {
  std::string out;
  const auto keep = [&out](std::string_view json) { out = json; };
  ViewLine line("candidate");
  line.id("resource", facts.id).text("name", facts.name).text("type", facts.kind);
  line.count("score", candidate.score);
  for (const auto& reason : candidate.reasons) {
    const auto part = domain::part_names[static_cast<std::size_t>(reason.part)];
    line.text(part, reason.known ? std::to_string(reason.points) + "/" + std::to_string(reason.of)
                                 : "?/" + std::to_string(reason.of));
  }
  line.list("ask", names_in(candidate.fit.by));
  line.list("conditions", titles_of(candidate.fit, rules));
  line.flag("stale", candidate.stale).flag("staffOnly", facts.staff_only);
  line.to(keep);
  return out;
}

std::string kept_offer(const Needs& needs, domain::Labels items, const matching::Fit& fit,
                       const matching::Reasons& reasons, const domain::MatchingRules& rules) {
  std::string out;
  Writer json(out);
  int score = 0;
  for (const auto& reason : reasons)
    score += reason.points;
  json.begin_object();
  json.key("score");
  json.integer(score);
  json.key("reasons");
  put_reasons(reasons, json);
  put_list("asked", names_in(fit.by), json);
  put_list("conditions", titles_of(fit, rules), json);
  std::vector<std::string> told;
  items.each([&](domain::Item item) { told.emplace_back(domain::name_of(item)); });
  put_list("told", told, json);
  json.key("needs");
  json.begin_object();
  put_needs(needs, json);
  json.end_object();
  json.end_object();
  return out;
}

}  // namespace hub::service
