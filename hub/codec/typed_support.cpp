// Assessments, plans and their monitoring as the domain's types.
#include "hub/codec/fields.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::AssessmentForm;
using domain::MonitoringProposal;
using domain::PlanForm;

// In the order of the enums that they spell.
constexpr std::string_view assessment_forms[] = {"kihon-checklist", "intake", "juso-assessment",
                                                 "other"};
constexpr std::string_view plan_forms[] = {
    "care-plan", "service-use-plan", "support-plan", "self-reliance", "takikan",
    "sanka",     "outreach",         "other"};
constexpr std::string_view proposals[] = {"continue", "change", "close", "suspend"};

domain::AssessmentItem item_of(View view) {
  return {.link_id = text_of(view, "linkId"),
          .text = text_of(view, "text"),
          .value = text_of(view, "value"),
          .points = integer_of(view, "points")};
}

domain::PlannedSupport support_of(View view) {
  return {.number = integer_of(view, "number"),
          .text = text_of(view, "text"),
          .insured = text_of(view, "insured"),
          .service_type = coding_of(view.find("serviceType")),
          .amount = text_of(view, "amount"),
          .provider_number = text_of(view, "providerNumber"),
          .provider_name = text_of(view, "providerName"),
          .frequency = text_of(view, "frequency"),
          .period = period_of(view.find("period")),
          .evaluation = text_of(view, "evaluation"),
          .note = text_of(view, "note")};
}

domain::PlannedGoal goal_of(View view) {
  domain::PlannedGoal goal{.number = integer_of(view, "number"),
                           .text = text_of(view, "text"),
                           .long_term = text_of(view, "longTerm"),
                           .long_term_period = period_of(view.find("longTermPeriod")),
                           .short_term = text_of(view, "shortTerm"),
                           .short_term_period = period_of(view.find("shortTermPeriod")),
                           .due = text_of(view, "due"),
                           .supports = {}};
  for (const View support : view.find("supports"))
    goal.supports.push_back(support_of(support));
  return goal;
}

domain::PlannedIssue issue_of(View view) {
  domain::PlannedIssue issue{.number = integer_of(view, "number"),
                             .priority = integer_of(view, "priority"),
                             .text = text_of(view, "text"),
                             .person_role = text_of(view, "personRole"),
                             .goals = {}};
  for (const View goal : view.find("goals"))
    issue.goals.push_back(goal_of(goal));
  return issue;
}

}  // namespace

domain::AssessmentRecord assessment_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .form = one_of(fields.view("form").text(), assessment_forms, AssessmentForm::other),
          .form_name = fields.plain("formName"),
          .version = fields.plain("version"),
          .items = fields.each("items", item_of),
          .summary = fields.text("summary"),
          .strengths = fields.text("strengths"),
          .assessed_at = fields.date("assessedAt"),
          .by = fields.compound("by", staff_of)};
}

domain::PlanRecord plan_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .form = one_of(fields.view("form").text(), plan_forms, PlanForm::other),
          .status = domain::plan_state_from(fields.view("status").text()),
          .revision = fields.plain_integer("revision"),
          .review_cycle = fields.plain("reviewCycle"),
          .title = fields.text("title"),
          .suspended_reason = fields.text("suspendedReason"),
          .created_at = fields.date("createdAt"),
          .changed_at = fields.date("changedAt"),
          .decided_at = fields.date("decidedAt"),
          .period = fields.sealed("period", period_of),
          .wish = fields.text("wish"),
          .family_wish = fields.text("familyWish"),
          .policy = fields.text("policy"),
          .long_term_goal = fields.text("longTermGoal"),
          .short_term_goal = fields.text("shortTermGoal"),
          .issues = fields.each_compound("issues", issue_of),
          .monitoring_from = fields.date("monitoringFrom"),
          .review_at = fields.date("reviewAt"),
          .conference_at = fields.date("conferenceAt"),
          .consented_at = fields.date("consentedAt"),
          .author = fields.compound("author", staff_of),
          .agencies = fields.texts("agencies")};
}

domain::MonitoringRecord monitoring_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .plan_key = fields.plain("planKey"),
          .at = fields.date("at"),
          .by = fields.compound("by", staff_of),
          .method = fields.text("method"),
          .changes = fields.each("changes", coding_of),
          .outcome = fields.coding("outcome"),
          .proposal = known_of<MonitoringProposal>(fields.view("proposal").text(), proposals),
          .next_due = fields.sealed("nextDue", [](View view) { return day_of(view.text()); }),
          .note = fields.text("note")};
}

}  // namespace hub::codec
