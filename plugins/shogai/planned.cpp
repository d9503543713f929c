// P rows: the head of a サービス等利用計画.
#include "plugins/shogai/mapping.hpp"

namespace shogai {

void Mapping::planned(feed::Line& line, feed::Batch& batch) const {
  if (!line.has(Planned::plan_number)) {
    line.reject(Planned::plan_number, "cell.empty", "計画番号がありません");
  }
  record::Plan plan(record::PlanKey("keikaku:" + feed::own(line.value(Planned::plan_number))),
                    person_key(line, Planned::atena), record::PlanForm::service_use_plan);
  plan.created_at = feed::partial(line.date(Planned::created_on));
  plan.keep("モニタリング期間", feed::own(line.value(Planned::monitoring)));
  plan.policy = feed::with_breaks(line.value(Planned::policy));
  plan.long_term_goal = feed::with_breaks(line.value(Planned::long_goal));
  plan.short_term_goal = feed::with_breaks(line.value(Planned::short_goal));
  batch.add(plan, line);
}

}  // namespace shogai
