#include "hub/daemon/admin_guard.hpp"

#include <algorithm>

#include "hub/base/words.hpp"
#include "hub/daemon/admin_request.hpp"
#include "hub/daemon/refusals.hpp"

namespace hub::daemon {
namespace {

using base::Result;

struct Members {
  std::string_view verb;
  std::string_view known;  ///< besides the verb itself
};

constexpr std::string_view of_consents =
    "person consent form objects forums recipients purposes items givenBy basis method evidence "
    "until on";

constexpr std::string_view of_needs =
    "person types concerns wishes groups certificates days age sex visits town plan needsTransport "
    "limit";
constexpr std::string_view of_offers =
    "person types concerns wishes groups certificates days age sex visits town plan needsTransport "
    "resource items checked";

/// A verb that is not here knows no member at all.
constexpr Members table[] = {
    {"adapter.diff", "source module mapping last limit"},
    {"adapter.rollback", "source"},
    {"adapter.switch", "source module mapping"},
    {"api-key.add", "partner until"},
    {"api-key.revoke", "prefix"},
    {"api-key.rotate", "partner"},
    {"arrival.accept-rejects", "arrival"},
    {"arrival.discard", "arrival"},
    {"arrival.list", "open limit"},
    {"arrival.release", "arrival"},
    {"arrival.show", "arrival limit"},
    {"audit.export", "file"},
    {"audit.looks", "month"},
    {"audit.verify", "checkpoints"},
    {"backup", "file"},
    {"case.followed", "case"},
    {"case.list", "limit"},
    {"case.page", "after limit"},
    {"case.reopen", "case seen reason"},
    {"case.show", "case"},
    {"consent.ask", of_consents},
    {"consent.copy", "person consent"},
    {"consent.give", of_consents},
    {"consent.list", "person"},
    {"consent.narrow", of_consents},
    {"consent.refuse", of_consents},
    {"consent.renew", of_consents},
    {"consent.withdraw", of_consents},
    {"count.cases", "from until figure desk field area"},
    {"count.enter", "year figure count"},
    {"count.show", "from until figure desk field area publish"},
    {"decision.list", "all limit"},
    {"decision.review", "decision seen outcome"},
    {"decision.show", "decision"},
    {"decision.take", "referral person ground items until reason"},
    {"digest", "desk"},
    {"erase.hold", "person document"},
    {"erase.lift", "hold"},
    {"erase.run", "list approvedBy"},
    {"event.page", "after limit"},
    {"harm.end", "harm reason"},
    {"harm.find", "referral person everybody reason"},
    {"household.list", "limit"},
    {"household.part", "household seen person"},
    {"household.rejoin", "person"},
    {"household.show", "household"},
    {"import", "source feed file dryRun"},
    {"incident.done", "incident seen step on"},
    {"incident.list", "limit"},
    {"incident.open", "link disclosure known"},
    {"incident.show", "incident"},
    {"link.confirm", "record other"},
    {"link.decisions", "limit"},
    {"link.explain", "record other"},
    {"link.reject", "record other"},
    {"link.review", "limit"},
    {"link.undo", "decision"},
    {"match.decline", "match seen text"},
    {"match.end", "match seen text"},
    {"match.feedback", "match side text"},
    {"match.join", "match seen text"},
    {"match.list", "due limit"},
    {"match.offer", of_offers},
    {"match.propose", of_needs},
    {"match.show", "match"},
    {"match.try", "match seen text"},
    {"match.visit", "match seen text"},
    {"monitor.add", "plan seen on next proposal note"},
    {"outreach.contact", "outreach step reached minutes on next basis note"},
    {"outreach.due", "limit"},
    {"outreach.end", "outreach seen outcome"},
    {"outreach.list", "limit"},
    {"outreach.register", "case why basis"},
    {"outreach.show", "outreach"},
    {"partner.list", "limit"},
    {"partner.resume", "partner"},
    {"person.disclosures", "person for"},
    {"person.search", "name kana birthday number"},
    {"plan.change", "plan seen wish goals policy support reason cycle due"},
    {"plan.decide", "plan seen"},
    {"plan.draft", "case planKind wish goals policy support cycle due"},
    {"plan.end", "plan seen evaluation followUp"},
    {"plan.grant", "plan seen on document"},
    {"plan.hand-back", "plan seen task"},
    {"plan.interrupt", "plan seen reason"},
    {"plan.lead", "plan seen agency task"},
    {"plan.list", "limit"},
    {"plan.page", "after limit"},
    {"plan.ratify", "plan seen"},
    {"plan.reject", "plan seen"},
    {"plan.resume", "plan seen reason"},
    {"plan.rewrite", "plan seen wish goals policy support cycle due"},
    {"plan.role", "plan seen agency task"},
    {"plan.show", "plan"},
    {"plan.start", "plan seen"},
    {"plan.start-urgent", "plan seen reason"},
    {"plan.supersede", "plan seen successor"},
    {"quarantine.list", "limit"},
    {"referral.answer", "referral answer agency reason lead outcome"},
    {"referral.explain", "referral"},
    {"referral.packet", "referral"},
    {"referral.list", "state desk limit"},
    {"referral.retry", "referral"},
    {"referral.send", "referral to explained"},
    {"referral.show", "referral"},
    {"reject.list", "limit"},
    {"reject.show", "arrival limit"},
    {"request.answer", "request answer items recipients"},
    {"request.list", "limit"},
    {"request.open", "person type by items received document"},
    {"request.prolong", "request until"},
    {"request.show", "request"},
    {"request.told", "request recipient"},
    {"resource.confirm", "resource seen"},
    {"resource.edit", "resource seen record places range conditions contact note"},
    {"resource.export", "format"},
    {"resource.list", "type stale limit"},
    {"resource.register", "record"},
    {"resource.show", "resource"},
    {"sheet.data", "case sitting"},
    {"signal.confirm", "signal person other"},
    {"signal.decide", "signal decision"},
    {"signal.decline", "signal reason"},
    {"signal.done", "signal"},
    {"signal.list", "limit"},
    {"signal.reject", "signal person other"},
    {"signal.show", "signal purpose"},
    {"signal.take-up", "signal choice"},
    {"sitting.attend", "seat absent"},
    {"sitting.copy", "seat reader"},
    {"sitting.decide", "agenda plan timing turnedDown policy next"},
    {"sitting.item", "sitting case signal function declaredPart decided persons"},
    {"sitting.leave", "seat"},
    {"sitting.list", "limit"},
    {"sitting.open", "body on convener chair"},
    {"sitting.packet", "seat agenda"},
    {"sitting.paper", "sitting"},
    {"sitting.release", "agenda record kind document on"},
    {"sitting.return", "sitting number"},
    {"sitting.seat", "sitting agenda party name recipientKind invited secrecy document"},
    {"sitting.show", "sitting"},
    {"sitting.unrelease", "release"},
    {"source.accept", "source"},
    {"source.list", "limit"},
    {"source.pause", "source"},
    {"source.release", "source"},
    {"source.replay", "source since arrival"},
    {"source.resume", "source"},
    {"source.show", "source"},
    {"stats", "year"},
    {"stop.answered", "stop"},
    {"stop.list", "waiting limit"},
    {"user.add", "name role"},
    {"user.disable", "name"},
    {"user.renew", "name"},
    {"user.reset", "name"},
    {"user.role", "name role take"},
};

/// The verb and whatever it was about, as far as the request names it by id.
std::vector<std::string> objects_of(const AdminRequest& request, std::string_view verb,
                                    const std::vector<std::string_view>& known) {
  std::vector<std::string> objects{"verb/" + std::string(verb)};
  for (const auto key : known) {
    if (const auto id = base::uuid_from_text(request.text(key)))
      objects.push_back(std::string(key) + "/" + base::to_text(*id));
  }
  return objects;
}

std::vector<std::string_view> known_to(std::string_view verb) {
  auto known = members_of(verb);
  known.emplace_back("verb");
  return known;
}

http::AdminVerb guarded(AdminPorts& ports, const std::string& name, http::AdminVerb verb) {
  return [&ports, name, known = known_to(name), verb = std::move(verb)](
             const std::string& json, http::ReplySink& reply) -> Result<> {
    const AdminRequest request(json);
    auto done = request.only(known);
    if (done) done = verb(json, reply);
    if (done) return done;
    return log_refusal(ports.context,
                       {reply.asker(), objects_of(request, name, known), done.error()});
  };
}

}  // namespace

std::vector<std::string_view> members_of(std::string_view verb) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [verb](const Members& one) { return one.verb == verb; });
  return base::words_in(found == std::end(table) ? std::string_view() : found->known);
}

void guard(http::AdminVerbs& verbs, AdminPorts& ports) {
  for (auto& [name, verb] : verbs)
    verb = guarded(ports, name, std::move(verb));
}

}  // namespace hub::daemon
