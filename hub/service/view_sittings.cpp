#include "hub/service/view_sittings.hpp"

#include <algorithm>

#include "hub/domain/reasons.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/case_text.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/own_use.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/sitting.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/service/told_reason.hpp"
#include "hub/store/agenda_decisions.hpp"
#include "hub/store/attendance.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/plans.hpp"
#include "hub/store/records.hpp"
#include "hub/store/releases.hpp"

namespace hub::service {
namespace {

using base::Result;

void put_sitting(ViewLine& line, store::Reader& reader, const Book& book,
                 const store::StoredSitting& sitting) {
  const auto* body = profile::find_forum(book.profile, sitting.of.body);
  line.id("sitting", sitting.id).code("body", sitting.of.body);
  line.text("bodyName", body == nullptr ? sitting.of.body : body->name);
  line.text("heldOn", sitting.of.held_on);
  line.text("convenerName", name_of_recipient(reader, book.profile, sitting.of.convener));
  if (!sitting.of.chair.empty())
    line.text("chairName", name_of_recipient(reader, book.profile, sitting.of.chair));
  if (body != nullptr && body->secrecy)
    line.flag("papersPublic", body->secrecy->papers_public).text("secrecy", body->secrecy->basis);
}

void put_function(ViewLine& line, const Book& book, const std::string& function,
                  std::string_view as_of) {
  line.code("function", function).text("asOf", as_of);
  for (const auto& row : book.law.bases.rows()) {
    if (row.code != function || row.as_of != as_of) continue;
    line.text("functionTitle", row.title).text("cited", row.cited());
    break;
  }
}

/// Where the profile says so, else a member or a guest.
std::string_view role_of(const Book& book, const store::StoredSitting& sitting,
                         const store::StoredSeat& seat) {
  const auto* body = profile::find_forum(book.profile, sitting.of.body);
  const auto& party = seat.of.party;
  if (!party.empty() && party == sitting.of.chair) return "chair";
  if (body != nullptr && body->secretariat && body->secretariat->code == party)
    return "secretariat";
  return seat.of.called == store::Called::from_table ? "member" : "guest";
}

void put_seat(store::Reader& reader, const Book& book, const store::StoredSitting& sitting,
              const store::StoredSeat& seat, const ViewSink& sink) {
  ViewLine line("seat");
  line.id("seat", seat.id).code("party", seat.of.party).text("name", seat.of.name);
  line.code("role", role_of(book, sitting, seat)).code("called", store::name_of(seat.of.called));
  line.code("secrecy", store::name_of(seat.of.secrecy));
  line.code("recipientKind", domain::name_of(seat.of.kind));
  if (const auto sat = store::attendance_of(reader, seat.row))
    line.code("attendance", *sat ? "attended" : "absent");
  line.time("leftAt", seat.left_at);
  line.to(sink);
}

/// What stands opened for the item, and what did.
void put_releases(store::Reader& reader, store::AgendaRow item, std::int64_t number,
                  const ViewSink& sink) {
  for (const auto& one : store::releases_of(reader, item)) {
    ViewLine line("release");
    line.id("release", one.id).count("no", number).code("type", store::name_of(one.of.kind));
    if (const auto record = store::read_record(reader, one.of.record))
      line.id("record", record->id);
    line.text("day", one.of.day);
    line.code("by", one.of.officer).code("endedBy", one.ended_by).time("endedAt", one.ended_at);
    line.to(sink);
  }
}

/// What those attending decided on the item, if anything; a 支援方針 is a text of the case.
bool put_decisions(store::Reader& reader, const Book& book, const profile::Officer& officer,
                   const store::StoredAgendaItem& item, std::int64_t number, base::UtcMillis at,
                   const ViewSink& sink) {
  const auto decisions = store::decisions_of(reader, item.row);
  for (const auto& one : decisions) {
    ViewLine line("decision");
    line.id("decision", one.id).count("no", number).code("timing", one.timing);
    line.code("outcome", one.adopted ? "agreed" : "turned_down");
    if (const auto plan = one.plan ? store::read_plan(reader, one.plan) : std::nullopt)
      line.id("plan", plan->id);
    const auto policy = case_text(reader, book, officer, item.of.about, one.policy, at);
    if (policy) line.text("policy", policy->value());
    line.text("next", one.next_on).code("by", one.officer).time("at", one.decided_at);
    line.to(sink);
  }
  return !decisions.empty();
}

/// The paper that went round; those still out have no day of return.
void put_copies(store::Reader& reader, store::SittingRow sitting,
                const std::vector<store::StoredSeat>& seats, const ViewSink& sink) {
  for (const auto& copy : store::copies_of(reader, sitting)) {
    ViewLine line("copy");
    line.count("number", copy.number);
    for (const auto& seat : seats) {
      if (seat.row == copy.seat) line.id("seat", seat.id).text("name", seat.of.name);
    }
    line.text("reader", copy.reader).flag("out", !copy.returned_at);
    line.time("handedAt", copy.handed_at).time("returnedAt", copy.returned_at);
    line.to(sink);
  }
}

/// The paper as the seat reads it.
void put_item(store::Reader& reader, const Book& book, const ItemPaper& one, std::int64_t number,
              const ViewSink& sink) {
  ViewLine item("item");
  item.count("no", number).id("agenda", one.item.id).id("case", one.about);
  put_function(item, book, one.item.of.function,
               one.ground == nullptr ? one.item.of.as_of : one.ground->as_of);
  if (const auto* purpose = book.law.purposes.find(one.item.of.purpose))
    item.text("purposeTitle", purpose->title);
  item.flag("shown", !one.persons.empty());
  item.to(sink);
  for (const auto& person : one.persons) {
    ViewLine line("person");
    line.count("no", number).code("person", person.called);
    line.code("subject", person.subject == domain::Subject::focus ? "focus" : "household");
    std::vector<std::string> holders;
    for (const auto& party : person.pointers)
      holders.push_back(name_of_recipient(reader, book.profile, party));
    if (!holders.empty()) line.list("pointers", holders);
    line.to(sink);
  }
  ViewLine packet("packet");
  packet.count("no", number).json("packet", one.data);
  packet.to(sink);
}

/// Beside the paper; borrows all.
class Beside {
 public:
  Beside(store::Reader& reader, const Book& book, std::string_view asker, base::UtcMillis at)
      : reader_(reader), book_(book), officer_(officer_of(book, asker)), at_(at) {}

  void withheld(const ItemPaper& one, std::int64_t number, const ViewSink& sink) const {
    for (const auto& answered : one.answers) {
      const bool told = may_be_told(answered.disclosure, answered.subject);
      if (!answered.disclosure.allowed() && told) put(answered, one, number, sink);
    }
  }

 private:
  void put(const Answered& answered, const ItemPaper& one, std::int64_t number,
           const ViewSink& sink) const {
    const auto& asked = answered.disclosure;
    const auto verdict = told_verdict(asked);
    const domain::ReasonContext context{&book_.law.bases, one.ground, at_, asked.label(),
                                        answered.consent};
    const auto name = name_of(answered);
    const auto words =
        name ? domain::explain(verdict, context, *name, {}) : domain::explain(verdict, context);
    ViewLine line("withheld");
    line.count("no", number).id("person", asked.person());
    line.code("subject", answered.subject == domain::Subject::focus ? "focus" : "household");
    line.code("decision", domain::name_of(verdict.decision));
    line.code("reason", domain::name_of(verdict.reason));
    line.text("itemName", domain::in_japanese(asked.label()));
    line.text("sentence", words.sentence).text("cited", words.basis).text("next", words.next);
    line.text("english", domain::in_english(verdict.reason));
    line.to(sink);
  }
  [[nodiscard]] std::optional<domain::Cleared<std::string>> name_of(
      const Answered& answered) const {
    const auto person = officer_ == nullptr
                            ? std::nullopt
                            : store::find_person(reader_, answered.disclosure.person());
    if (!person) return std::nullopt;
    return name_for(reader_, book_, *officer_, about_person(reader_, *person, answered.subject),
                    at_);
  }

  store::Reader& reader_;
  const Book& book_;
  const profile::Officer* officer_;
  base::UtcMillis at_;
};

bool is_shown_to(store::Reader& reader, const Book& book, const store::StoredSitting& sitting,
                 std::string_view asker) {
  return !asker.starts_with(officer_prefix) || officer_of_sitting(book, sitting, asker) ||
         !seats_for(reader, book, sitting, asker).empty();
}

void put_paper(store::Reader& reader, const Book& book, const Paper& paper, base::UtcMillis at,
               const ViewSink& sink) {
  ViewLine head("paper");
  put_sitting(head, reader, book, paper.sitting);
  head.text("municipality", book.profile.municipality.name);
  head.id("seat", paper.seat.id).text("seatName", paper.seat.of.name);
  head.code("called", store::name_of(paper.seat.of.called));
  head.code("bound", store::name_of(paper.seat.of.secrecy));
  head.time("printedAt", at);
  head.to(sink);
}

}  // namespace

Shown view_sittings(store::Reader& reader, const Book& book, std::string_view asker,
                    std::size_t at_most, const ViewSink& sink) {
  std::size_t shown = 0;
  for (const auto& sitting : store::list_sittings(reader, rows_to_read({asker, {}, at_most}))) {
    if (shown == at_most) break;
    if (!is_shown_to(reader, book, sitting, asker)) continue;
    ++shown;
    ViewLine line("sitting");
    put_sitting(line, reader, book, sitting);
    line.count("items", static_cast<std::int64_t>(store::agenda_of(reader, sitting.row).size()));
    line.count("seats", static_cast<std::int64_t>(store::seats_of(reader, sitting.row).size()));
    line.to(sink);
  }
  return {};
}

Result<Shown> view_sitting(store::Reader& reader, const Book& book, const store::SittingId& id,
                           std::string_view asker, base::UtcMillis at, const ViewSink& sink) {
  const auto sitting = store::find_sitting(reader, id);
  if (!sitting)
    return base::fail(base::Kind::not_found, "no sitting " + id.text() + "; see `sitting list`");
  const auto officer = officer_of_sitting(book, *sitting, asker);
  if (!officer) return officer.error();
  ViewLine head("sitting");
  put_sitting(head, reader, book, *sitting);
  head.to(sink);
  std::int64_t number = 0;
  const auto agenda = store::agenda_of(reader, sitting->row);
  for (const auto& item : agenda) {
    ViewLine line("item");
    line.count("no", ++number).id("agenda", item.id);
    if (const auto about = store::read_case(reader, item.of.about)) line.id("case", about->id);
    put_function(line, book, item.of.function, item.of.as_of);
    line.flag("declaredPart", item.of.declared_part).flag("decided", item.of.decided);
    line.to(sink);
  }
  number = 0;
  for (const auto& item : agenda)
    put_releases(reader, item.row, ++number, sink);
  const auto seats = store::seats_of(reader, sitting->row);
  for (const auto& seat : seats)
    put_seat(reader, book, *sitting, seat, sink);
  Shown shown{{"sitting/" + id.text()}, {}};
  number = 0;
  for (const auto& item : agenda) {
    if (!put_decisions(reader, book, **officer, item, ++number, at, sink)) continue;
    const auto persons = store::person_ids_of(reader, item.of.about);
    shown.persons.insert(shown.persons.end(), persons.begin(), persons.end());
    shown.values = {"sitting/policy"};
  }
  put_copies(reader, sitting->row, seats, sink);
  return shown;
}

void view_paper(store::Reader& reader, const Book& book, const Paper& paper, std::string_view asker,
                base::UtcMillis at, const ViewSink& sink) {
  put_paper(reader, book, paper, at, sink);
  const Beside beside(reader, book, asker, at);
  std::int64_t number = 0;
  for (const auto& one : paper.items) {
    put_item(reader, book, one, ++number, sink);
    beside.withheld(one, number, sink);
  }
}

void view_own_paper(store::Reader& reader, const Book& book, const Paper& paper, base::UtcMillis at,
                    const ViewSink& sink) {
  put_paper(reader, book, paper, at, sink);
  std::int64_t number = 0;
  for (const auto& one : paper.items)
    put_item(reader, book, one, ++number, sink);
}

}  // namespace hub::service
