#include "hub/service/judge.hpp"

namespace hub::service {
namespace {

bool over(std::int64_t part, std::int64_t whole, int percent) {
  return whole > 0 && part * 100 > whole * percent;
}

/// What a whole delivery does not name is gone, unless it may be among the rows that it rejects.
std::int64_t gone(const FeedPlan& plan, const Before& before, const store::ArrivalCounts& counts) {
  if (plan.mode != FeedMode::full) return counts.removed;
  return counts.rejects > 0 ? 0 : before.held - counts.changed - counts.unchanged;
}

/// A header and no row: rather a broken export than an empty desk, however small the source is.
bool empties(const FeedPlan& plan, const Before& before, const store::ArrivalCounts& counts) {
  return plan.mode == FeedMode::full && before.held > 0 && counts.records + counts.rejects == 0;
}

}  // namespace

std::string_view name_of(Judgement judgement) noexcept {
  switch (judgement) {
    case Judgement::apply:
      return "";
    case Judgement::older:
      return "older";
    case Judgement::too_many_gone:
      return "too_many_gone";
    case Judgement::too_many_changed:
      return "too_many_changed";
    case Judgement::too_many_rejected:
      return "too_many_rejected";
  }
  return "";
}

Judgement judge(const FeedPlan& plan, const Before& before, const store::ArrivalCounts& counts,
                std::string_view order_key) {
  if (!order_key.empty() && order_key < before.order_key) return Judgement::older;
  const auto seen = counts.records + counts.rejects;
  const auto& brake = plan.brake;
  if (seen >= brake.least_records && over(counts.rejects, seen, brake.rejected_percent)) {
    return Judgement::too_many_rejected;
  }
  if (empties(plan, before, counts)) return Judgement::too_many_gone;
  if (before.held < brake.least_records) return Judgement::apply;
  if (over(gone(plan, before, counts), before.held, brake.gone_percent)) {
    return Judgement::too_many_gone;
  }
  if (over(counts.changed, before.held, brake.changed_percent)) {
    return Judgement::too_many_changed;
  }
  return Judgement::apply;
}

}  // namespace hub::service
