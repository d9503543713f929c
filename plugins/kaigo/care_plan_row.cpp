// The 22 columns of 第2表, and one row of them.
#include "plugins/kaigo/care_plan_tree.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/numeral.hpp"

namespace kaigo {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

feed::Layout care_plan_layout() {
  return {{"CSVバージョン"},
          {"保険者番号"},
          {"被保険者番号"},
          {"居宅計画書作成年月日"},
          {"居宅サービス計画作成(変更)日"},
          {"課題NO"},
          {"課題"},
          {"援助目標NO"},
          {"長期目標"},
          {"短期目標"},
          {"長期期間"},
          {"短期期間"},
          {"援助内容NO"},
          {"サービス内容"},
          {"保険対象区分"},
          {"サービス種別"},
          {"サービス事業者コード"},
          {"サービス事業所名"},
          {"頻度"},
          {"実施期間"},
          {"更新業者コード"},
          {"識別子"}};
}

PlanRow::PlanRow(feed::Line& line) : line_(&line) {
  created = line.date(PlanColumn::created_on);
  changed = line.date(PlanColumn::changed_on);
  issue = number(PlanColumn::issue_number);
  goal = number(PlanColumn::goal_number);
  support = number(PlanColumn::support_number);
  const auto insurer = text::parse_insurer_number(line.value(PlanColumn::insurer));
  if (!insurer) line.reject(PlanColumn::insurer, insurer.problem());
  for (const PlanColumn column : {PlanColumn::insured, PlanColumn::created_on, PlanColumn::issue}) {
    if (!line.has(column)) line.reject(column, "cell.empty", "必須の項目が空です");
  }
  key_ = "keikaku:" + feed::own(line.value(PlanColumn::insurer)) + ":" +
         feed::own(line.value(PlanColumn::insured)) + ":" + (created ? created->iso() : "");
}

std::string PlanRow::person() const {
  return "insured:" + feed::own(line_->value(PlanColumn::insurer)) + ":" +
         feed::own(line_->value(PlanColumn::insured));
}

std::int64_t PlanRow::number(PlanColumn column) {
  if (!line_->has(column)) return 0;
  const auto number = text::parse_integer(line_->value(column));
  if (number) return *number;
  line_->reject(column, number.problem());
  return 0;
}

}  // namespace kaigo
