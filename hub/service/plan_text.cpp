#include "hub/service/plan_text.hpp"

#include <array>

#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

struct Member {
  std::string_view name;
  std::string PlanText::*value;
};
constexpr std::array<Member, 7> members{{{"wish", &PlanText::wish},
                                         {"goals", &PlanText::goals},
                                         {"policy", &PlanText::policy},
                                         {"support", &PlanText::support},
                                         {"reason", &PlanText::reason},
                                         {"evaluation", &PlanText::evaluation},
                                         {"followUp", &PlanText::follow_up}}};

}  // namespace

std::string json_of(const PlanText& text) {
  std::string out;
  tsunagu::json::Writer json(out);
  json.begin_object();
  for (const auto& member : members) {
    const auto& value = text.*member.value;
    if (value.empty()) continue;
    json.key(member.name);
    json.string(value);
  }
  json.end_object();
  return out;
}

void put_text(ViewLine& line, const domain::Cleared<std::string>& json) {
  const auto parsed = tsunagu::json::parse_untrusted(json.value());
  if (!parsed.ok()) return;
  for (const auto& member : members) {
    const auto value = parsed.root().find(member.name);
    if (value.exists()) line.text(member.name, value.text());
  }
}

}  // namespace hub::service
