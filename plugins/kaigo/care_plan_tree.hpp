// One care plan while its rows come in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tsunagu/decode.hpp"
#include "tsunagu/feed/layout.hpp"
#include "tsunagu/feed/line.hpp"
#include "tsunagu/record.hpp"

namespace kaigo {

enum class PlanColumn {
  version,
  insurer,
  insured,
  created_on,
  changed_on,
  issue_number,
  issue,
  goal_number,
  long_goal,
  short_goal,
  long_period,
  short_period,
  support_number,
  support,
  insurance,
  service_type,
  provider_number,
  provider_name,
  frequency,
  period,
  updater,
  mark,
};

tsunagu::feed::Layout care_plan_layout();

/// A row of the table, with what tells which plan and which branch it belongs to.
class PlanRow {
 public:
  /// Rejects the line where it can't be placed.
  explicit PlanRow(tsunagu::feed::Line& line);

  [[nodiscard]] tsunagu::feed::Line& line() const noexcept { return *line_; }
  /// 保険者番号, 被保険者番号 and the plan's day.
  [[nodiscard]] const std::string& key() const noexcept { return key_; }
  [[nodiscard]] std::string person() const;

  std::optional<tsunagu::text::Date> created;
  std::optional<tsunagu::text::Date> changed;
  std::int64_t issue = 0;
  std::int64_t goal = 0;
  std::int64_t support = 0;

 private:
  std::int64_t number(PlanColumn column);

  tsunagu::feed::Line* line_;
  std::string key_;
};

class PlanTree {
 public:
  [[nodiscard]] bool empty() const noexcept { return issues_.empty(); }
  [[nodiscard]] const std::string& key() const noexcept { return key_; }

  /// The first row of a plan also brings its head. Rejects the line of a branch that is full.
  void add(const PlanRow& row);

  /// The insured person's number, and the plan.
  void emit(tsunagu::Sink& sink) const;

 private:
  struct GoalNode {
    tsunagu::record::Goal goal;
    std::vector<tsunagu::record::Support> supports;
  };
  struct IssueNode {
    tsunagu::record::Issue issue;
    std::vector<GoalNode> goals;
  };

  void begin(const PlanRow& row);
  IssueNode* issue_of(const PlanRow& row);
  static GoalNode* goal_of(IssueNode& issue, const PlanRow& row);
  [[nodiscard]] tsunagu::record::Person person() const;
  [[nodiscard]] tsunagu::record::Plan plan() const;

  std::string key_;
  std::string person_;
  std::string insurer_;
  std::string insured_;
  std::string version_;
  std::string updater_;
  std::optional<tsunagu::text::Date> created_;
  std::optional<tsunagu::text::Date> changed_;
  std::uint64_t line_ = 0;
  std::vector<IssueNode> issues_;
};

}  // namespace kaigo
