// An assessment, a plan and its monitoring with every member that their builders know.
#pragma once

#include "tests/hub/codec/full_parts.hpp"

namespace full {

inline Assessment assessment() {
  Assessment made("a1", PersonKey("p1"), AssessmentForm::juso_assessment);
  made.consultation_key = ConsultationKey("c1");
  made.form_name = "重層アセスメントシート";
  made.version = "2024";
  AssessmentItem& item = made.items.add(AssessmentItem("12"));
  item.text = "BMI";
  item.value = "17.9";
  item.points = 1;
  made.summary = "低栄養の疑い";
  made.strengths = "近所づきあい";
  made.assessed_at = date();
  made.by = staff();
  return with_envelope(std::move(made), "/strengths");
}

inline Support support() {
  Support support("入浴の見守り");
  support.number = 1;
  support.insured = "1";
  support.service_type = coding("15");
  support.amount = "週2回";
  support.provider_number = "0990000019";
  support.provider_name = "架空デイサービス";
  support.frequency = "週2回";
  support.period = period();
  support.evaluation = "毎月末";
  support.note = "体調しだい";
  return support;
}

inline Issue issue() {
  Issue issue("買い物に困っている");
  issue.number = 2;
  issue.priority = 1;
  issue.person_role = "店を選ぶ";
  Goal& goal = issue.goals.add({});
  goal.number = 3;
  goal.text = "自分で選ぶ";
  goal.long_term = "一人で行ける";
  goal.long_term_period = period();
  goal.short_term = "週に一度行く";
  goal.short_term_period = period();
  goal.due = "6か月";
  goal.supports.add(support());
  return issue;
}

inline Plan plan() {
  Plan made(PlanKey("k1"), PersonKey("p1"), PlanForm::takikan);
  made.consultation_key = ConsultationKey("c1");
  made.title = "プラン";
  made.status = PlanStatus::suspended;
  made.revision = 2;
  made.suspended_reason = "入院";
  made.created_at = date();
  made.changed_at = date();
  made.decided_at = date("2026-04-05");
  made.period = period();
  made.wish = "働きたい";
  made.family_wish = "見守りたい";
  made.policy = "生活を整える";
  made.long_term_goal = "外で過ごす";
  made.short_term_goal = "起きる";
  made.issues.add(issue());
  made.monitoring_from = date("2026-05-01");
  made.review_cycle = "P3M";
  made.review_at = date("2026-08-01");
  made.conference_at = date();
  made.consented_at = date();
  made.author = staff();
  made.agencies = {"サクトモ"};
  made.format_version = "202104";
  made.updater_number = "0990000019";
  made.source_mark = "1";
  return with_envelope(std::move(made), "/wish");
}

inline Monitoring monitoring() {
  Monitoring made("m1", PersonKey("p1"), date("2026-07-01"));
  made.consultation_key = ConsultationKey("c1");
  made.plan_key = PlanKey("k1");
  made.by = staff();
  made.method = "訪問";
  made.changes.add(coding("sos"));
  made.outcome = coding("継続");
  made.proposal = MonitoringProposal::suspend;
  made.next_due = "2026-10-01";
  made.note = "落ち着いている";
  return with_envelope(std::move(made), "/note");
}

}  // namespace full
