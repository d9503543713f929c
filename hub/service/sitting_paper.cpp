#include "hub/service/sitting_paper.hpp"

#include <algorithm>
#include <map>

#include "hub/codec/packet.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/profile/convener.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/person_part.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/sitting.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/releases.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::Subject;

/// The case's person, who lives with one, or somebody who has left since.
class CasePeople {
 public:
  CasePeople(store::Reader& reader, store::CaseRow about) {
    for (const auto& one : store::persons_of(reader, about)) {
      if (!one.focus) continue;
      focus_.push_back(one.person);
      for (const auto household : store::households_of(reader, one.person)) {
        for (const auto person : store::persons_in(reader, household))
          household_.push_back(person);
      }
    }
  }
  [[nodiscard]] Subject subject(store::PersonRow person) const {
    const auto among = [person](const std::vector<store::PersonRow>& some) {
      return std::find(some.begin(), some.end(), person) != some.end();
    };
    if (among(focus_)) return Subject::focus;
    return among(household_) ? Subject::household : Subject::other;
  }

 private:
  std::vector<store::PersonRow> focus_;
  std::vector<store::PersonRow> household_;
};

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

/// Of the convener's kinds the one that the ground asks for; the gate judges it.
std::string_view convener_for(const profile::Profile& profile, std::string_view convener,
                              const domain::LegalBasis* ground) {
  const auto kinds = profile::convener_kinds(profile, convener);
  for (const auto kind : kinds) {
    if (ground != nullptr && ground->may_convene(kind)) return kind;
  }
  return kinds.empty() ? std::string_view() : kinds.front();
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
    for (auto& about : people_of(reader_, out.item))
      add(std::move(about), out, records);
    out.data = codec::packet_data(head_of(out), records);
    return out;
  }

 private:
  void add(About about, ItemPaper& out, std::vector<codec::PacketRecord>& records) const {
    const auto person = about.person.id.text();
    const auto subject = about.subject;
    const auto matter = out.item.id.text() + paper_.seat.id.text();
    const auto before = records.size();
    PersonPart part(reader_, book_, std::move(about), asking(out), at_);
    part.release(released_for(out.item));
    part.naming();
    part.add_to(records, matter);
    if (records.size() > before || !part.pointers().empty())
      out.persons.push_back(
          {pseudonym(reader_.keys(), matter, person), subject, owners_of(part.pointers())});
    part.take(out.answers);
  }

  [[nodiscard]] std::map<store::RecordRow, Released> released_for(
      const store::StoredAgendaItem& item) const {
    std::map<store::RecordRow, Released> releases;
    for (const auto& one : store::releases_of(reader_, item.row)) {
      if (one.ended_at) continue;
      auto& of = releases[one.of.record];
      (one.of.kind == store::ReleaseKind::opinion ? of.opinion : of.youtai) = true;
    }
    return releases;
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

  [[nodiscard]] Asking asking(const ItemPaper& out) const {
    const auto& item = out.item;
    const auto& seat = paper_.seat;
    domain::ForumView view;
    view.convener = convener_for(book_.profile, paper_.sitting.of.convener, out.ground);
    view.in_scope = out.ground == nullptr || !out.ground->decided_case_only || item.of.decided;
    const bool hears = !seat.of.item || seat.of.item == item.row;
    view.seat_drawn = hears && !seat.left_at && seat.of.called != store::Called::no;
    view.seat_bound = seat.of.secrecy != store::Secrecy::none;
    view.opinion_for_item = false;
    view.youtai_released = false;
    std::string_view basis;
    if (out.ground != nullptr) basis = out.ground->code;
    return {paper_.recipient, basis, item.of.purpose, reopening_of(reader_, item.of.about), view};
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
    log_paper(tx, *paper, asker);
    if (read) read(tx, *book, *paper);
    return paper;
  });
}

}  // namespace hub::service
