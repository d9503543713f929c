// The self-reliance plan and its evaluation, as far as the list tells of them.
#include "plugins/konkyu/row.hpp"

namespace konkyu {

std::optional<record::Plan> plan_of(Row& row) {
  feed::Line& line = row.line;
  if (!line.has(Column::planned_on)) return std::nullopt;
  record::Plan plan(record::PlanKey(row.key("plan")), row.person, record::PlanForm::self_reliance);
  plan.consultation_key = row.consultation;
  plan.created_at = feed::partial(row.date(Column::planned_on));
  plan.conference_at = feed::partial(row.date(Column::conference_on));
  if (line.has(Column::plan_period)) {
    record::Period period;
    period.text = feed::own(line.value(Column::plan_period));
    plan.period = std::move(period);
  }
  return plan;
}

std::optional<record::Monitoring> evaluation_of(Row& row) {
  feed::Line& line = row.line;
  const std::optional<text::Date> at = row.date(Column::evaluated_on);
  if (!at) return std::nullopt;
  record::Monitoring evaluation(row.key("hyouka"), row.person, feed::partial(*at));
  evaluation.consultation_key = row.consultation;
  if (line.has(Column::planned_on)) evaluation.plan_key = record::PlanKey(row.key("plan"));
  const std::string_view outcome = line.value(Column::evaluation);
  evaluation.outcome = feed::words(outcome);
  if (outcome == "終結") evaluation.proposal = record::MonitoringProposal::close;
  if (outcome == "再プランして継続") evaluation.proposal = record::MonitoringProposal::change;
  if (outcome == "中断") evaluation.proposal = record::MonitoringProposal::suspend;
  return evaluation;
}

}  // namespace konkyu
