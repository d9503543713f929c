#include "hub/api/operations.hpp"

namespace hub::api {
namespace {

using domain::AccountRole;
using domain::AccountRoles;
using http::Method;
using enum Effect;
using enum Relation;

constexpr AccountRoles officers(AccountRole::desk, AccountRole::coordinator,
                                AccountRole::municipal);
constexpr AccountRoles convening(AccountRole::coordinator, AccountRole::municipal);
constexpr AccountRoles city(AccountRole::municipal);
constexpr AccountRoles keepers(AccountRole::machine_keeper);
constexpr AccountRoles counting(AccountRole::municipal, AccountRole::auditor);
constexpr AccountRoles auditing(AccountRole::auditor);

/// What a coordinator's own system does as its officers do, on the cases that it follows.
constexpr AccountRoles working(AccountRole::desk, AccountRole::coordinator, AccountRole::municipal,
                               AccountRole::partner_system);
constexpr AccountRoles systems(AccountRole::partner_system);

constexpr Operation step_of_plan(std::string_view pattern, std::string_view id,
                                 std::string_view verb, AccountRoles roles = working) {
  return {Method::post, pattern, id, verb, roles, own_case, advance, "plan.show"};
}
constexpr Operation step_of_match(std::string_view pattern, std::string_view id,
                                  std::string_view verb) {
  return {Method::post, pattern, id, verb, officers, none, change, "match.show"};
}

constexpr Operation table[] = {
    {Method::get, "/api/v1/cases", "listCases", "case.page", officers, none, page},
    {Method::get, "/api/v1/cases/{case}", "readCase", "case.show", officers, own_case, read},
    {Method::post, "/api/v1/cases/{case}/reopening", "reopenCase", "case.reopen", officers,
     own_case, change, "case.show"},
    {Method::post, "/api/v1/cases/{case}/plans", "draftPlan", "plan.draft", working, own_case,
     create},

    {Method::get, "/api/v1/digest", "readDigest", "digest", officers, none, read, {}, "desk"},

    {Method::get, "/api/v1/plans", "listPlans", "plan.page", working, none, page},
    {Method::get, "/api/v1/plans/{plan}", "readPlan", "plan.show", working, own_case, read},
    step_of_plan("/api/v1/plans/{plan}/rewriting", "rewritePlan", "plan.rewrite"),
    step_of_plan("/api/v1/plans/{plan}/agreement", "agreePlan", "plan.decide"),
    step_of_plan("/api/v1/plans/{plan}/support-decision", "grantSupport", "plan.grant", city),
    step_of_plan("/api/v1/plans/{plan}/start", "startPlan", "plan.start"),
    step_of_plan("/api/v1/plans/{plan}/urgent-start", "startPlanEarly", "plan.start-urgent"),
    step_of_plan("/api/v1/plans/{plan}/ratification", "ratifyPlan", "plan.ratify"),
    step_of_plan("/api/v1/plans/{plan}/rejection", "rejectPlan", "plan.reject"),
    step_of_plan("/api/v1/plans/{plan}/change", "changePlan", "plan.change"),
    step_of_plan("/api/v1/plans/{plan}/interruption", "interruptPlan", "plan.interrupt"),
    step_of_plan("/api/v1/plans/{plan}/resumption", "resumePlan", "plan.resume"),
    step_of_plan("/api/v1/plans/{plan}/end", "endPlan", "plan.end"),
    step_of_plan("/api/v1/plans/{plan}/supersession", "supersedePlan", "plan.supersede"),
    step_of_plan("/api/v1/plans/{plan}/roles", "giveRole", "plan.role"),
    step_of_plan("/api/v1/plans/{plan}/lead", "nameLead", "plan.lead"),
    step_of_plan("/api/v1/plans/{plan}/hand-back", "handBack", "plan.hand-back"),
    step_of_plan("/api/v1/plans/{plan}/monitorings", "addMonitoring", "monitor.add"),

    {Method::get, "/api/v1/referrals/{referral}", "readReferral", "referral.show", officers,
     own_case, read},
    {Method::get, "/api/v1/referrals/{referral}/explanation", "explainReferral", "referral.explain",
     officers, own_case, read},

    {Method::get, "/api/v1/followed-cases/{case}", "readFollowedCase", "case.followed", systems,
     own_case, read},
    {Method::get, "/api/v1/events", "listEvents", "event.page", systems, none, page},
    {Method::get, "/api/v1/referrals/{referral}/packet", "readPacket", "referral.packet", systems,
     own_case, read},
    {Method::post, "/api/v1/referrals/{referral}/answers", "answerReferral", "referral.answer",
     systems, none, create},

    {Method::get, "/api/v1/sittings", "listSittings", "sitting.list", convening, none, read},
    {Method::get, "/api/v1/sittings/{sitting}", "readSitting", "sitting.show", convening, none,
     read},
    {Method::post, "/api/v1/sittings", "openSitting", "sitting.open", convening, none, create},
    {Method::post, "/api/v1/sittings/{sitting}/items", "addAgendaItem", "sitting.item", convening,
     none, create},
    {Method::post, "/api/v1/sittings/{sitting}/seats", "callSeat", "sitting.seat", convening, none,
     create},
    {Method::post, "/api/v1/agenda-items/{agenda}/decision", "decideAgendaItem", "sitting.decide",
     convening, none, create},

    {Method::get, "/api/v1/resources", "listResources", "resource.list", officers, none, read},
    {Method::get, "/api/v1/resources/{resource}", "readResource", "resource.show", officers, none,
     read},
    {Method::post, "/api/v1/resources/{resource}/confirmation", "confirmResource",
     "resource.confirm", officers, none, change, "resource.show"},
    {Method::get, "/api/v1/matches", "listMatches", "match.list", officers, none, read},
    {Method::get, "/api/v1/matches/{match}", "readMatch", "match.show", officers, none, read},
    {Method::post, "/api/v1/matches", "offerMatch", "match.offer", officers, none, create},
    step_of_match("/api/v1/matches/{match}/visit", "visitMatch", "match.visit"),
    step_of_match("/api/v1/matches/{match}/trial", "tryMatch", "match.try"),
    step_of_match("/api/v1/matches/{match}/joining", "joinMatch", "match.join"),
    step_of_match("/api/v1/matches/{match}/declining", "declineMatch", "match.decline"),
    step_of_match("/api/v1/matches/{match}/end", "endMatch", "match.end"),
    {Method::post, "/api/v1/matches/{match}/feedback", "addFeedback", "match.feedback", officers,
     none, create},

    {Method::get, "/api/v1/statistics", "countYear", "stats", counting, none, read, {}, "year"},
    {Method::get,
     "/api/v1/looks",
     "listOddLooks",
     "audit.looks",
     auditing,
     none,
     read,
     {},
     "month"},
    {Method::get, "/api/v1/sources", "listSources", "source.list", keepers, none, read},
    {Method::get, "/api/v1/partners", "listPartners", "partner.list", keepers, none, read},
};

}  // namespace

std::span<const Operation> operations() {
  return table;
}

}  // namespace hub::api
