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

/// `rows`: at most `looked_at`. `put`: shows one where it is the asker's, and says whether it was.
template <class Rows, class RowOf, class Put>
void put_page(const Rows& rows, std::size_t at_most, const RowOf& row_of, const Put& put,
              const ViewSink& sink) {
  std::size_t shown = 0;
  std::size_t seen = 0;
  while (seen < rows.size() && shown < at_most) {
    if (put(rows[seen])) ++shown;
    ++seen;
  }
  if (seen == 0 || (seen == rows.size() && rows.size() < looked_at)) return;
  ViewLine line("next");
  line.count("after", row_of(rows[seen - 1]));
  line.to(sink);
}

}  // namespace

Shown view_case_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink) {
  Shown shown;
  const auto put = [&](store::CaseRow row) {
    const auto about = store::read_case(reader, row);
    if (!about || !officer_of_case(reader, book, row, look.asker, look.looker.at)) return false;
    view_line_of(reader, look.looker, *about, sink);
    shown.objects.push_back("case/" + about->id.text());
    return true;
  };
  put_page(
      store::list_cases(reader, store::CaseRow{before(look)}, looked_at), look.at_most,
      [](store::CaseRow row) { return row.value; }, put, sink);
  return shown;
}

Shown view_plan_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink) {
  Shown shown;
  const auto put = [&](const store::StoredPlan& plan) {
    if (!officer_of_case(reader, book, plan.of.about, look.asker, look.looker.at)) return false;
    view_line_of(reader, plan, look.looker.at, sink);
    shown.objects.push_back("plan/" + plan.id.text());
    return true;
  };
  put_page(
      store::list_plans(reader, store::PlanRow{before(look)}, looked_at), look.at_most,
      [](const store::StoredPlan& plan) { return plan.row.value; }, put, sink);
  return shown;
}

}  // namespace hub::service
