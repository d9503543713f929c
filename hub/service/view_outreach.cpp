#include "hub/service/view_outreach.hpp"

#include "hub/service/case_party.hpp"
#include "hub/service/case_text.hpp"

namespace hub::service {
namespace {

void put_outreach(store::Reader& reader, const store::StoredOutreach& one, base::UtcMillis at,
                  const ViewSink& sink) {
  const auto tries = store::contacts_of(reader, one.row);
  std::int64_t reached = 0, minutes = 0;
  for (const auto& contact : tries) {
    reached += contact.reached ? 1 : 0;
    minutes += contact.minutes;
  }
  const auto next = tries.empty() || one.ended_at ? std::string() : tries.back().next_on;
  ViewLine line("outreach");
  line.id("outreach", one.id).code("why", one.why).code("basis", one.basis);
  if (const auto about = store::read_case(reader, one.about)) line.id("case", about->id);
  line.count("tries", static_cast<std::int64_t>(tries.size())).count("reached", reached);
  line.count("minutes", minutes).text("next", next);
  line.flag("due", !next.empty() && next <= base::jst_date(at));
  line.code("by", one.officer).time("openedAt", one.opened_at);
  if (one.ended_at) line.code("outcome", one.outcome).time("endedAt", one.ended_at);
  line.to(sink);
}

}  // namespace

void view_outreach_register(store::Reader& reader, const Book& book, const ListLook& look, bool due,
                            const ViewSink& sink) {
  const auto rows = rows_to_read(look);
  const auto all = due ? store::due_outreach(reader, base::jst_date(look.at), rows)
                       : store::list_outreach(reader, rows);
  std::size_t shown = 0;
  for (const auto& one : all) {
    if (shown == look.at_most) break;
    if (!may_list(reader, book, one.about, look)) continue;
    put_outreach(reader, one, look.at, sink);
    ++shown;
  }
}

base::Result<Shown> view_outreach(store::Reader& reader, const Book& book,
                                  const store::OutreachId& id, std::string_view asker,
                                  base::UtcMillis at, const ViewSink& sink) {
  const auto one = store::find_outreach(reader, id);
  if (!one)
    return base::fail(base::Kind::not_found, "no outreach " + id.text() + "; see `outreach list`");
  const auto officer = officer_of_case(reader, book, one->about, asker, at);
  if (!officer) return officer.error();
  put_outreach(reader, *one, at, sink);
  for (const auto& contact : store::contacts_of(reader, one->row)) {
    ViewLine line("contact");
    line.id("contact", contact.id).text("day", contact.day).code("step", contact.step);
    line.flag("reached", contact.reached).count("minutes", contact.minutes);
    line.code("basis", contact.basis).text("next", contact.next_on).code("by", contact.officer);
    if (const auto note = case_text(reader, book, *officer, one->about, contact.note, at))
      line.text("note", note->value());
    line.to(sink);
  }
  const auto seen = entry_of_case(reader, asker, "", "outreach/" + id.text(), one->about);
  return Shown{seen.objects, seen.persons, {"outreach/note"}};
}

}  // namespace hub::service
