#include "plugins/shogai/plans.hpp"

#include <utility>

#include "plugins/shogai/mapping.hpp"
#include "plugins/shogai/service_types.hpp"
#include "tsunagu/text/numeral.hpp"

namespace shogai {

namespace {

constexpr Planned last_of_head = Planned::wish;

std::string head_of(const feed::Line& line) {
  std::string head;
  for (int i = 0; i <= static_cast<int>(last_of_head); ++i)
    head.append(line.value(i)).append(1, '\n');
  return head;
}

/// "3" is every three months; another word stays beside the plan as it is written.
void add_cycle(record::Plan& plan, feed::Line& line) {
  const std::string_view written = line.value(Planned::monitoring);
  if (written.empty()) return;
  const auto months = text::parse_integer(written);
  if (months && *months >= 1 && *months <= 60) {
    plan.review_cycle = "P" + std::to_string(*months) + "M";
    return;
  }
  plan.keep("モニタリング期間", feed::own(written));
  line.warn(Planned::monitoring, "monitoring.unreadable",
            "モニタリング期間が月数として読めません。元の表記を残しました");
}

void add_author(record::Plan& plan, const feed::Line& line) {
  if (!line.has(Planned::office) && !line.has(Planned::author)) return;
  record::Staff author;
  author.name = feed::own(line.value(Planned::author));
  author.agency = feed::own(line.value(Planned::office));
  plan.author = std::move(author);
}

record::Plan plan_of(feed::Line& line, const std::string& number) {
  record::Plan plan(record::PlanKey("keikaku:" + number), person_key(line, Planned::atena),
                    record::PlanForm::service_use_plan);
  plan.created_at = feed::partial(line.date(Planned::created_on));
  plan.consented_at = feed::partial(line.date(Planned::consented_on));
  plan.monitoring_from = feed::partial(line.date(Planned::monitoring_from));
  add_cycle(plan, line);
  plan.wish = feed::with_breaks(line.value(Planned::wish));
  plan.policy = feed::with_breaks(line.value(Planned::policy));
  plan.long_term_goal = feed::with_breaks(line.value(Planned::long_goal));
  plan.short_term_goal = feed::with_breaks(line.value(Planned::short_goal));
  add_author(plan, line);
  return plan;
}

record::Field<std::int64_t> priority_of(feed::Line& line) {
  if (!line.has(Planned::priority)) return {};
  const auto priority = text::parse_integer(line.value(Planned::priority));
  if (priority && *priority >= 0 && *priority <= 9999) return *priority;
  line.warn(Planned::priority, "number.unreadable", "数として読めません。空欄としました");
  return {};
}

record::Field<record::Coding> service_type_of(feed::Line& line) {
  const std::string_view code = line.value(Planned::service_type);
  if (code.empty()) return {};
  const std::string_view* name = feed::meaning(service_types, code);
  if (name == nullptr) {
    line.warn(Planned::service_type, "service_type.unknown",
              "知らないサービス種類です。元のコードを残しました");
  }
  return feed::coding("shogai-service", code, name != nullptr ? *name : std::string_view());
}

bool has_service(const feed::Line& line) {
  return line.has(Planned::service) || line.has(Planned::service_type) ||
         line.has(Planned::provider);
}

/// Named by what the row says first: content, kind, provider.
record::Support support_of(feed::Line& line) {
  const record::Field<record::Coding> type = service_type_of(line);
  std::string named = feed::with_breaks(line.value(Planned::service));
  if (named.empty() && type.has_value()) {
    named = type.value().text.has_value() ? type.value().text.value() : type.value().code.value();
  }
  if (named.empty()) named = feed::own(line.value(Planned::provider));
  record::Support support(std::move(named));
  support.service_type = type;
  support.amount = feed::own(line.value(Planned::amount));
  support.provider_number = feed::own(line.value(Planned::provider_number));
  support.provider_name = feed::own(line.value(Planned::provider));
  support.evaluation = feed::own(line.value(Planned::evaluation));
  support.note = feed::with_breaks(line.value(Planned::note));
  return support;
}

/// Nothing where the need has all the goals that it may have.
record::Goal* goal_like(std::vector<record::Goal>& goals, const feed::Line& line) {
  const std::string text = feed::with_breaks(line.value(Planned::goal));
  for (record::Goal& known : goals) {
    if ((known.text.has_value() ? known.text.value() : std::string()) == text) return &known;
  }
  if (goals.size() == record::most_goals) return nullptr;
  record::Goal goal;
  goal.text = text;
  goal.due = feed::own(line.value(Planned::due));
  return &goals.emplace_back(std::move(goal));
}

void reject_beyond(feed::Line& line, Planned column, std::string_view what, std::size_t most) {
  line.reject(column, "plan.too_many",
              std::string(what) + "が多すぎます（" + std::to_string(most) +
                  "まで）。この行を除いて取り込みました。計画を分けて出力し直してください");
}

}  // namespace

void Plans::take(feed::Line& line) {
  const std::string number = feed::own(line.value(Planned::plan_number));
  if (number.empty()) line.reject(Planned::plan_number, "cell.empty", "計画番号がありません");
  if (!plan_ || number != number_) {
    finish();
    read_head(line, number);
  } else {
    check_head(line);
  }
  if (!line.rejection()) add_need(line);
  if (line.rejection()) return sink_->reject(*line.rejection());
  for (tsunagu::Problem& warning : line.take_warnings())
    warnings_.push_back(std::move(warning));
}

void Plans::read_head(feed::Line& line, const std::string& number) {
  record::Plan plan = plan_of(line, number);
  if (done_.contains(number)) {
    line.reject(Planned::plan_number, "plan.scattered",
                "同じ計画の行が離れています。計画ごとに並べて出力し直してください");
  }
  if (line.rejection()) return;
  done_.insert(number);
  plan_ = std::move(plan);
  number_ = number;
  person_ = feed::own(line.value(Planned::atena));
  head_ = head_of(line);
  line_ = line.number();
}

void Plans::check_head(feed::Line& line) const {
  if (line.value(Planned::atena) != person_) {
    line.reject(Planned::atena, "plan.other_person", "同じ計画番号に別の人の宛名番号があります");
  } else if (head_of(line) != head_) {
    line.warn(Planned::plan_number, "plan.head_differs",
              "計画の頭の欄が前の行と違います。初めの行を使いました");
  }
}

/// Nothing where the plan has all the needs that it may have.
Plans::Need* Plans::need_like(record::Issue issue) {
  for (Need& known : needs_) {
    if (known.issue.text == issue.text) return &known;
  }
  if (needs_.size() == record::most_issues) return nullptr;
  return &needs_.emplace_back(Need{std::move(issue), {}});
}

void Plans::add_need(feed::Line& line) {
  if (!line.has(Planned::need)) {
    if (line.has(Planned::goal) || has_service(line)) {
      line.reject(Planned::need, "cell.empty", "支援目標やサービスに、解決すべき課題がありません");
    }
    return;
  }
  record::Issue issue(feed::with_breaks(line.value(Planned::need)));
  issue.priority = priority_of(line);
  issue.person_role = feed::with_breaks(line.value(Planned::person_role));
  Need* need = need_like(std::move(issue));
  if (need == nullptr) {
    return reject_beyond(line, Planned::need, "一つの計画の課題", record::most_issues);
  }
  if (!line.has(Planned::goal) && !line.has(Planned::due) && !has_service(line)) return;
  record::Goal* goal = goal_like(need->goals, line);
  if (goal == nullptr) {
    return reject_beyond(line, Planned::goal, "一つの課題の支援目標", record::most_goals);
  }
  if (!has_service(line)) return;
  if (goal->supports.size() == record::most_supports) {
    return reject_beyond(line, Planned::service, "一つの目標のサービス", record::most_supports);
  }
  goal->supports.add(support_of(line));
}

record::Plan Plans::whole() const {
  record::Plan plan = *plan_;
  for (const Need& need : needs_) {
    record::Issue& issue = plan.issues.add(need.issue);
    for (const record::Goal& goal : need.goals)
      issue.goals.add(goal);
  }
  for (const tsunagu::Problem& warning : warnings_)
    plan.warn(warning.code, static_cast<std::int64_t>(warning.line), warning.column,
              warning.reason);
  return plan;
}

void Plans::finish() {
  if (!plan_) return;
  const std::string json = whole().json();
  if (json.size() > tsunagu::record_bytes) {
    sink_->reject({"record.too_long", "一つの計画が長すぎます（256 KiBまで）", line_});
  } else {
    sink_->record(json, line_);
    for (const tsunagu::Problem& warning : warnings_)
      sink_->warning(warning);
  }
  plan_.reset();
  needs_.clear();
  warnings_.clear();
}

}  // namespace shogai
