#include "hub/service/view_cases.hpp"

#include "hub/service/view_households.hpp"
#include "hub/service/view_referrals.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

void view_line_of(store::Reader& reader, const Looker& looker, const store::StoredCase& about,
                  const ViewSink& sink) {
  ViewLine line("case");
  line.id("case", about.id).code("state", about.status);
  const auto household = store::read_household(reader, about.household);
  if (household && !seen_members(reader, household->row, looker).empty()) {
    line.id("household", household->id);
  }
  line.count("referrals", static_cast<std::int64_t>(store::referrals_of(reader, about.row).size()));
  line.time("openedAt", about.opened_at).time("reopenedAt", about.reopened_at);
  line.time("closedAt", about.closed_at).time("changedAt", about.changed_at);
  line.to(sink);
}

void view_cases(store::Reader& reader, const Book& book, const ListLook& look,
                const ViewSink& sink) {
  std::size_t shown = 0;
  for (const auto row : store::list_cases(reader, rows_to_read(look))) {
    if (shown == look.at_most) break;
    const auto about = store::read_case(reader, row);
    if (!about || !may_list(reader, book, row, look)) continue;
    view_line_of(reader, {look.at}, *about, sink);
    ++shown;
  }
}

base::Result<Shown> view_case(store::Reader& reader, const Looker& looker, const base::CaseId& id,
                              const ViewSink& sink) {
  const auto about = store::find_case(reader, id);
  if (!about) {
    return base::fail(base::Kind::not_found, "no case " + id.text() + "; see `case list`");
  }
  Shown shown{{"case/" + id.text()}, {}};
  view_line_of(reader, looker, *about, sink);
  for (const auto& one : store::persons_of(reader, about->row)) {
    const auto person = store::read_person(reader, one.person);
    if (!person || (!one.focus && !may_see(reader, one.person, looker))) continue;
    shown.persons.push_back(person->id);
    ViewLine line("person");
    line.id("person", person->id).code("subject", one.focus ? "focus" : "household");
    line.to(sink);
  }
  for (const auto row : store::referrals_of(reader, about->row)) {
    if (const auto referral = store::read_referral(reader, row)) {
      view_line_of(reader, *referral, sink);
    }
  }
  return shown;
}

}  // namespace hub::service
