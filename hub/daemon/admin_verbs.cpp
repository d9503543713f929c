#include "hub/daemon/admin_verbs.hpp"

#include <set>

#include "hub/api/tags.hpp"
#include "hub/base/words.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_guard.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/officers.hpp"

namespace hub::daemon {
namespace {

/// What was told, by name: the kinds of the answer's lines.
std::vector<std::string> kinds_of(const std::vector<std::string>& lines) {
  std::set<std::string> kinds;
  for (const auto& line : lines) {
    const auto parsed = tsunagu::json::parse_untrusted(line);
    if (parsed.ok()) kinds.emplace(parsed.root().find("kind").text());
  }
  return {kinds.begin(), kinds.end()};
}

/// A row for each person who was looked at, so that each one's own page can tell it.
void log_look(store::Transaction& tx, const audit::Entry& look,
              const std::vector<std::string>& lines) {
  audit::Entry entry = look;
  entry.recipient = look.actor;
  const auto kinds = kinds_of(lines);
  entry.fields.insert(entry.fields.end(), kinds.begin(), kinds.end());
  if (look.persons.empty()) tx.audit(entry);
  for (const auto& person : look.persons) {
    entry.persons = {person};
    tx.audit(entry);
  }
}

/// What an officer asks for over the socket; each has its operation (hub/api/operations.hpp).
constexpr std::string_view of_officers[] = {
    "case.list case.page case.reopen case.show",
    "consent.ask consent.copy consent.give consent.list consent.narrow consent.refuse",
    "consent.renew consent.withdraw",
    "count.cases count.show",
    "decision.list decision.review decision.show decision.take",
    "digest",
    "harm.end harm.find harm.list",
    "household.list household.part household.rejoin household.show",
    "incident.done incident.list incident.open incident.show",
    "link.confirm link.decisions link.explain link.reject link.review link.undo",
    "match.decline match.end match.feedback match.join match.list match.offer match.propose",
    "match.show match.try match.visit",
    "monitor.add monitor.overdue",
    "outreach.contact outreach.due outreach.end outreach.list outreach.register",
    "outreach.show",
    "person.search",
    "plan.change plan.decide plan.draft plan.end plan.grant plan.hand-back plan.interrupt",
    "plan.lead plan.list plan.page plan.ratify plan.reject plan.resume plan.rewrite",
    "plan.role plan.show plan.start plan.start-urgent plan.supersede",
    "referral.explain referral.list referral.send referral.show",
    "resource.confirm resource.edit resource.export resource.list resource.register",
    "resource.show",
    "sheet.data",
    "shortage.list",
    "signal.confirm signal.decide signal.decline signal.list signal.reject signal.show",
    "signal.take-up",
    "sitting.attend sitting.copy sitting.decide sitting.item sitting.leave sitting.list",
    "sitting.open sitting.packet sitting.paper sitting.release sitting.return sitting.seat",
    "sitting.show sitting.unrelease",
    "stop.answered stop.list",
};

}  // namespace

using base::Result;

http::AdminVerbs admin_verbs(AdminPorts& ports) {
  http::AdminVerbs verbs;
  add_list_verbs(verbs, ports);
  add_person_verbs(verbs, ports);
  add_privacy_verbs(verbs, ports);
  add_request_verbs(verbs, ports);
  add_erasure_verbs(verbs, ports);
  add_source_verbs(verbs, ports);
  add_referral_verbs(verbs, ports);
  add_link_verbs(verbs, ports);
  add_signal_verbs(verbs, ports);
  add_decision_verbs(verbs, ports);
  add_consent_verbs(verbs, ports);
  add_sitting_verbs(verbs, ports);
  add_sitting_outcome_verbs(verbs, ports);
  add_plan_verbs(verbs, ports);
  add_page_verbs(verbs, ports);
  add_user_verbs(verbs, ports);
  add_partner_system_verbs(verbs, ports);
  add_search_verb(verbs, ports);
  add_outreach_verbs(verbs, ports);
  add_incident_verbs(verbs, ports);
  add_key_verbs(verbs, ports);
  add_audit_verbs(verbs, ports);
  add_upgrade_verbs(verbs, ports);
  add_upkeep_verbs(verbs, ports);
  add_resource_verbs(verbs, ports);
  add_statistics_verb(verbs, ports);
  add_count_verbs(verbs, ports);
  add_sheet_verbs(verbs, ports);
  add_doctor_verb(verbs, ports);
  guard(verbs, ports);
  return verbs;
}

std::set<std::string, std::less<>> officer_verbs() {
  std::set<std::string, std::less<>> verbs;
  for (const auto line : of_officers) {
    for (const auto verb : base::words_in(line))
      verbs.emplace(verb);
  }
  return verbs;
}

audit::Entry entry_of(const http::ReplySink& client, std::string_view action,
                      std::vector<std::string> objects) {
  audit::Entry entry;
  entry.actor = client.asker();
  entry.action = action;
  entry.objects = std::move(objects);
  return entry;
}

Result<> show(AdminPorts& ports, std::string_view action, http::ReplySink& reply,
              const View& view) {
  std::vector<std::string> lines;
  const auto collect = [&lines](std::string_view line) { lines.emplace_back(line); };
  const auto shown = ports.context.db.read(
      [&](store::Reader& reader) -> Result<service::Shown> { return view(reader, collect); });
  if (!shown) return shown.error();
  if (!shown->objects.empty()) {
    auto entry = entry_of(reply, action, shown->objects);
    entry.persons = shown->persons;
    entry.fields = shown->values;
    entry.purpose = shown->purpose;
    auto logged = ports.context.db.write([&](store::Transaction& tx) -> Result<> {
      log_look(tx, entry, lines);
      return {};
    });
    if (!logged) return logged;
  }
  for (const auto& line : lines) {
    if (!reply.line(line)) break;
  }
  return {};
}

service::Unchanged unchanged_since(const AdminRequest& request, View view) {
  const auto seen = request.text("seen");
  if (seen.empty()) return {};
  return [seen, view = std::move(view)](store::Reader& reader) -> Result<> {
    std::vector<std::string> lines;
    const auto shown = view(reader, [&lines](std::string_view line) { lines.emplace_back(line); });
    if (!shown) return shown.error();
    return api::tag_of(lines) == seen ? Result<>() : Result<>(service::changed_since());
  };
}

void put_line(http::ReplySink& reply, service::ViewLine& line) {
  line.to([&reply](std::string_view json) { reply.line(json); });
}

service::Looker looker_of(AdminPorts& ports, const http::ReplySink& client) {
  return {.at = ports.context.clock.now(),
          .sees_hidden = service::officer_of(*ports.context.book(), client.asker()) != nullptr};
}

http::AdminVerb verb_of(AdminPorts& ports, Step step) {
  return [&ports, step](const std::string& json, http::ReplySink& reply) {
    return step(ports, AdminRequest(json), reply);
  };
}

http::AdminVerb municipal_verb_of(AdminPorts& ports, Step step) {
  return [&ports, step](const std::string& json, http::ReplySink& reply) -> Result<> {
    const auto asker = reply.asker();
    const bool officer = asker.starts_with(service::officer_prefix);
    if (officer && service::municipal_officer(*ports.context.book(), asker) == nullptr) {
      return base::fail(base::Kind::forbidden,
                        "only the municipality's own staff works with signals and links");
    }
    return step(ports, AdminRequest(json), reply);
  };
}

Result<> change(AdminPorts& ports, const audit::Entry& entry,
                const std::function<bool(store::Transaction&)>& change,
                std::string_view otherwise) {
  return ports.context.db.write([&](store::Transaction& tx) -> Result<> {
    if (!change(tx)) return base::fail(base::Kind::conflict, std::string(otherwise));
    tx.audit(entry);
    return {};
  });
}

Result<> log_done(AdminPorts& ports, const audit::Entry& entry) {
  return change(
      ports, entry, [](store::Transaction&) { return true; }, "");
}

}  // namespace hub::daemon
