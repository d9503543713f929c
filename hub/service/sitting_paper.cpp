#include "hub/service/sitting_paper.hpp"

#include <algorithm>
#include <map>

#include "hub/codec/packet.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/person_part.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/seat_asking.hpp"
#include "hub/service/sitting.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

/// The case's persons before the others.
std::vector<About> people_of(store::Reader& reader, const store::StoredAgendaItem& item) {
  const CasePeople people(reader, item.of.about);
  std::vector<About> all;
  for (const auto row : item.of.persons) {
    const auto person = store::read_person(reader, row);
    if (person) all.push_back(about_person(reader, *person, people.subject(row)));
  }
  std::stable_sort(all.begin(), all.end(), [](const About& one, const About& other) {
    return one.subject < other.subject;
  });
  return all;
}

/// Whether the body still holds the function under which the item was put down.
bool holds(const profile::Profile& profile, const std::string& body, const std::string& function) {
  const auto* forum = profile::find_forum(profile, body);
  return forum != nullptr &&
         std::any_of(forum->functions.begin(), forum->functions.end(),
                     [&function](const auto& one) { return one.basis.code == function; });
}

/// One seat and its items; borrows all.
class Rendering {
 public:
  Rendering(store::Reader& reader, const Book& book, const Paper& paper, base::UtcMillis at)
      : reader_(reader), book_(book), paper_(paper), at_(at) {}

  [[nodiscard]] ItemPaper of(store::StoredAgendaItem item) const {
    ItemPaper out;
    if (holds(book_.profile, paper_.sitting.of.body, item.of.function))
      out.ground = book_.law.bases.find(item.of.function, at_);
    if (const auto about = store::read_case(reader_, item.of.about)) out.about = about->id;
    out.item = std::move(item);
    std::vector<codec::PacketRecord> records;
    const Hearing hearing{paper_.sitting, paper_.seat, out.item};
    const auto asking = asking_of_seat(reader_, book_, hearing, paper_.recipient, out.ground);
    for (auto& about : people_of(reader_, out.item))
      add(std::move(about), asking, out, records);
    out.data = codec::packet_data(head_of(out), records);
    return out;
  }

 private:
  void add(About about, const Asking& asking, ItemPaper& out,
           std::vector<codec::PacketRecord>& records) const {
    const auto person = about.person.id.text();
    const auto subject = about.subject;
    const auto matter = out.item.id.text() + paper_.seat.id.text();
    const auto before = records.size();
    PersonPart part(reader_, book_, std::move(about), asking, at_);
    part.release(released_for(reader_, out.item.row));
    part.naming();
    part.add_to(records, matter);
    if (records.size() > before || !part.pointers().empty())
      out.persons.push_back(
          {pseudonym(reader_.keys(), matter, person), subject, owners_of(part.pointers())});
    part.take(out.answers);
  }

  [[nodiscard]] std::vector<std::string> owners_of(
      const std::set<domain::SourceId>& sources) const {
    std::vector<std::string> owners;
    for (const auto& known : store::list_sources(reader_)) {
      if (!sources.contains(known.id)) continue;
      const auto* configured = profile::find_source(book_.profile, known.name);
      if (configured != nullptr) owners.push_back(configured->owner.code);
    }
    return owners;
  }

  [[nodiscard]] codec::PacketHead head_of(const ItemPaper& out) const {
    codec::PacketHead head;
    head.sitting_id = paper_.sitting.id.text();
    head.agenda_id = out.item.id.text();
    head.case_id = out.about.text();
    head.legal_basis = out.item.of.function;
    head.purpose = out.item.of.purpose;
    head.disclosed_at = base::rfc3339(at_);
    return head;
  }

  store::Reader& reader_;
  const Book& book_;
  const Paper& paper_;
  base::UtcMillis at_;
};

/// The items that are asked for; of a seat for one item only that one is heard.
Result<std::vector<store::StoredAgendaItem>> items_for(store::Reader& reader,
                                                       const store::StoredSeat& seat,
                                                       const PaperAsk& ask) {
  auto agenda = store::agenda_of(reader, seat.of.sitting);
  const auto wanted = [&](const store::StoredAgendaItem& item) {
    return ask.item ? item.id == *ask.item : !seat.of.item || seat.of.item == item.row;
  };
  agenda.erase(
      std::remove_if(agenda.begin(), agenda.end(), [&](const auto& item) { return !wanted(item); }),
      agenda.end());
  if (ask.item && agenda.empty()) return fail(Kind::not_found, "/item: is none of this sitting's");
  return agenda;
}

/// What went to the seat, and what the officer read of it.
void log_paper(store::Transaction& tx, const Paper& paper, const std::string& asker) {
  std::set<base::PersonId> seen;
  for (const auto& one : paper.items) {
    const std::vector<std::string> objects{
        "sitting/" + paper.sitting.id.text(), "agenda/" + one.item.id.text(),
        "case/" + one.about.text(), "seat/" + paper.seat.id.text()};
    log_answers(tx, one.answers, {asker, "sitting.paper", objects});
    for (const auto& answered : one.answers) {
      if (!seen.insert(answered.disclosure.person()).second) continue;
      auto look = entry_of(asker, "sitting.paper_made", objects.front());
      look.objects = objects;
      look.persons = {answered.disclosure.person()};
      look.recipient = asker;
      tx.audit(look);
    }
  }
}

}  // namespace

Result<Paper> render_paper(store::Reader& reader, const Book& book, const PaperAsk& ask,
                           base::UtcMillis at) {
  auto seat = store::find_seat(reader, ask.seat);
  if (!seat) return fail(Kind::not_found, "no seat " + ask.seat.text() + "; see `sitting show`");
  auto items = items_for(reader, *seat, ask);
  if (!items) return items.error();
  Paper paper;
  paper.sitting = *store::read_sitting(reader, seat->of.sitting);
  paper.seat = std::move(*seat);
  paper.recipient = recipient_at(book.profile, paper.seat, base::jst_day(at));
  const Rendering rendering(reader, book, paper, at);
  for (auto& item : *items)
    paper.items.push_back(rendering.of(std::move(item)));
  return paper;
}

Result<Paper> make_paper(Context& context, const PaperAsk& ask, const std::string& asker,
                         const PaperReader& read) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<Paper> {
    auto paper = render_paper(tx, *book, ask, tx.now());
    if (!paper) return paper;
    if (auto officer = officer_of_sitting(*book, paper->sitting, asker); !officer)
      return officer.error();
    if (!may_read(tx, paper->sitting, paper->seat, tx.now()))
      return fail(Kind::forbidden, "papers are for those who were there; see `sitting attend`");
    log_paper(tx, *paper, asker);
    if (read) read(tx, *book, *paper);
    return paper;
  });
}

Result<> make_own_paper(Context& context, const store::SittingId& id, const std::string& asker,
                        const PaperReader& read) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto sitting = store::find_sitting(tx, id);
    bool any = false;
    for (const auto& seat :
         sitting ? seats_for(tx, *book, *sitting, asker) : std::vector<store::StoredSeat>()) {
      if (!may_read(tx, *sitting, seat, tx.now())) continue;
      const auto paper = render_paper(tx, *book, {seat.id}, tx.now());
      if (!paper) return paper.error();
      log_paper(tx, *paper, asker);
      read(tx, *book, *paper);
      any = true;
    }
    if (!any)
      return fail(Kind::not_found,
                  "no seat with papers for you at sitting " + id.text() + "; see `sitting list`");
    return {};
  });
}

}  // namespace hub::service
