#include "hub/service/view_pages.hpp"

#include <limits>

#include "hub/service/case_party.hpp"
#include "hub/service/view_cases.hpp"
#include "hub/service/view_plans.hpp"

namespace hub::service {
namespace {

constexpr std::size_t looked_at = 1'000;

std::int64_t before(const PageLook& look) {
  return look.after > 0 ? look.after : std::numeric_limits<std::int64_t>::max();
}

void put_next(std::int64_t after, const ViewSink& sink) {
  ViewLine line("next");
  line.count("after", after);
  line.to(sink);
}

/// `rows`: at most `looked_at`. Tells of a next page where one more is the asker's, not where
/// others follow that he is not shown; also where so many were looked at that it isn't known.
template <class Rows, class RowOf, class IsFor, class Put>
void put_page(const Rows& rows, std::size_t at_most, const RowOf& row_of, const IsFor& is_for,
              const Put& put, const ViewSink& sink) {
  std::size_t shown = 0;
  std::int64_t last = 0;
  for (const auto& one : rows) {
    if (!is_for(one)) continue;
    if (shown == at_most) return put_next(last, sink);
    put(one);
    last = row_of(one);
    ++shown;
  }
  if (rows.size() == looked_at) put_next(row_of(rows.back()), sink);
}

}  // namespace

Shown view_case_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink) {
  Shown shown;
  const auto is_for = [&](store::CaseRow row) {
    return officer_of_case(reader, book, row, look.asker, look.looker.at).has_value();
  };
  const auto put = [&](store::CaseRow row) {
    const auto about = store::read_case(reader, row);
    if (!about) return;
    view_line_of(reader, look.looker, *about, sink);
    shown.objects.push_back("case/" + about->id.text());
  };
  put_page(
      store::list_cases(reader, store::CaseRow{before(look)}, looked_at), look.at_most,
      [](store::CaseRow row) { return row.value; }, is_for, put, sink);
  return shown;
}

Shown view_plan_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink) {
  Shown shown;
  const auto is_for = [&](const store::StoredPlan& plan) {
    return officer_of_case(reader, book, plan.of.about, look.asker, look.looker.at).has_value();
  };
  const auto put = [&](const store::StoredPlan& plan) {
    view_line_of(reader, plan, look.looker.at, sink);
    shown.objects.push_back("plan/" + plan.id.text());
  };
  put_page(
      store::list_plans(reader, store::PlanRow{before(look)}, looked_at), look.at_most,
      [](const store::StoredPlan& plan) { return plan.row.value; }, is_for, put, sink);
  return shown;
}

}  // namespace hub::service
