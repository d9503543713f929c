#include "plugins/kaigo/care_plan_tree.hpp"

#include <algorithm>

#include "tsunagu/feed/fields.hpp"

namespace kaigo {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

namespace {

/// "20260501-20270430"; what can't be parted stays as its words.
record::Field<record::Period> period_of(std::string_view written) {
  if (written.empty()) return {};
  record::Period period;
  period.text = feed::own(written);
  const std::size_t cut = written.find_first_of("-~");
  if (cut == std::string_view::npos) return period;
  const auto from = text::parse_date(written.substr(0, cut));
  const auto until = text::parse_date(written.substr(cut + 1));
  if (from && until) {
    period.from = feed::day(*from);
    period.until = feed::day(*until);
  }
  return period;
}

record::Support support_of(const PlanRow& row) {
  const feed::Line& line = row.line();
  record::Support support(feed::own(line.value(PlanColumn::support)));
  support.number = row.support;
  support.insured = feed::own(line.value(PlanColumn::insurance));
  support.service_type = feed::words(line.value(PlanColumn::service_type));
  support.provider_number = feed::own(line.value(PlanColumn::provider_number));
  support.provider_name = feed::own(line.value(PlanColumn::provider_name));
  support.frequency = feed::own(line.value(PlanColumn::frequency));
  support.period = period_of(line.value(PlanColumn::period));
  return support;
}

void reject_beyond(const PlanRow& row, PlanColumn column, std::string_view what, std::size_t most) {
  row.line().reject(column, "care_plan.too_many",
                    std::string(what) + "が多すぎます（" + std::to_string(most) +
                        "まで）。この行を除いて取り込みました。計画を分けて出力し直してください");
}

}  // namespace

void PlanTree::begin(const PlanRow& row) {
  const feed::Line& line = row.line();
  key_ = row.key();
  person_ = row.person();
  insurer_ = feed::own(line.value(PlanColumn::insurer));
  insured_ = feed::own(line.value(PlanColumn::insured));
  version_ = feed::own(line.value(PlanColumn::version));
  updater_ = feed::own(line.value(PlanColumn::updater));
  created_ = row.created;
  changed_ = row.changed;
  line_ = line.number();
}

/// Nothing where the plan has all the needs that it may have.
PlanTree::IssueNode* PlanTree::issue_of(const PlanRow& row) {
  for (IssueNode& node : issues_) {
    if (node.issue.number.value() == row.issue) return &node;
  }
  if (issues_.size() == record::most_issues) return nullptr;
  record::Issue issue(feed::own(row.line().value(PlanColumn::issue)));
  issue.number = row.issue;
  return &issues_.emplace_back(IssueNode{std::move(issue), {}});
}

PlanTree::GoalNode* PlanTree::goal_of(IssueNode& issue, const PlanRow& row) {
  for (GoalNode& node : issue.goals) {
    if (node.goal.number.value() == row.goal) return &node;
  }
  if (issue.goals.size() == record::most_goals) return nullptr;
  const feed::Line& line = row.line();
  record::Goal goal;
  goal.number = row.goal;
  goal.long_term = feed::own(line.value(PlanColumn::long_goal));
  goal.long_term_period = period_of(line.value(PlanColumn::long_period));
  goal.short_term = feed::own(line.value(PlanColumn::short_goal));
  goal.short_term_period = period_of(line.value(PlanColumn::short_period));
  return &issue.goals.emplace_back(GoalNode{std::move(goal), {}});
}

void PlanTree::add(const PlanRow& row) {
  if (empty()) begin(row);
  IssueNode* issue = issue_of(row);
  if (issue == nullptr) {
    return reject_beyond(row, PlanColumn::issue_number, "一つの計画の課題", record::most_issues);
  }
  GoalNode* goal = goal_of(*issue, row);
  if (goal == nullptr) {
    return reject_beyond(row, PlanColumn::goal_number, "一つの課題の援助目標", record::most_goals);
  }
  if (!row.line().has(PlanColumn::support)) return;
  if (goal->supports.size() == record::most_supports) {
    return reject_beyond(row, PlanColumn::support, "一つの目標の援助内容", record::most_supports);
  }
  goal->supports.push_back(support_of(row));
}

record::Person PlanTree::person() const {
  record::Person person{record::PersonKey(person_)};
  record::Identifier insured("insured", insured_);
  insured.issuer_lg_code = insurer_;
  person.identifiers.add(std::move(insured));
  return person;
}

record::Plan PlanTree::plan() const {
  record::Plan plan(record::PlanKey(key_), record::PersonKey(person_), record::PlanForm::care_plan);
  plan.title = "居宅サービス計画書 第2表";
  plan.created_at = feed::partial(created_);
  plan.changed_at = feed::partial(changed_);
  plan.format_version = version_;
  plan.updater_number = updater_;
  for (const IssueNode& node : issues_) {
    record::Issue& issue = plan.issues.add(node.issue);
    for (const GoalNode& branch : node.goals) {
      record::Goal& goal = issue.goals.add(branch.goal);
      for (const record::Support& support : branch.supports)
        goal.supports.add(support);
    }
  }
  return plan;
}

void PlanTree::emit(tsunagu::Sink& sink) const {
  sink.record(person(), line_);
  const std::string json = plan().json();
  if (json.size() <= tsunagu::record_bytes) return sink.record(json, line_);
  sink.reject({"record.too_long", "一つの計画が長すぎます（256 KiBまで）", line_});
}

}  // namespace kaigo
