#include "hub/service/sitting.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/profile/agenda.hpp"
#include "hub/profile/convener.hpp"
#include "hub/service/consent_events.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/party_name.hpp"
#include "hub/service/seat.hpp"
#include "hub/service/situation.hpp"
#include "hub/service/take_up.hpp"
#include "hub/service/workplace.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::LegalBasis;
using profile::Forum;

constexpr std::string_view coordinators = "coordinator";
constexpr std::string_view plan_purpose = "plan";

/// What papers of a ground are for (purposes.yaml).
std::string_view purpose_of(const LegalBasis& basis) {
  switch (basis.forum_class) {
    case domain::ForumClass::consent_seated:
      return plan_purpose;
    case domain::ForumClass::youtai:
      return "child_protection";
    default:
      return "case_conference";
  }
}

/// What is done to a sitting: it and its body, for an officer who may.
struct Opened {
  store::StoredSitting sitting;
  const Forum* body;
};

Result<Opened> opened(store::Reader& reader, const Book& book, const store::SittingId& id,
                      const std::string& asker) {
  const auto sitting = store::find_sitting(reader, id);
  if (!sitting) return fail(Kind::not_found, "no sitting " + id.text() + "; see `sitting list`");
  if (auto officer = officer_of_sitting(book, *sitting, asker); !officer) return officer.error();
  return Opened{*sitting, profile::find_forum(book.profile, sitting->of.body)};
}

Result<store::NewSitting> convened(const Book& book, const Forum& body, const SittingWish& wish,
                                   const std::string& asker) {
  const auto& convener = body.convener.code;
  const auto chair = body.chair ? body.chair->code : std::string();
  if (!wish.convener.empty() && wish.convener != convener)
    return fail(Kind::invalid, "/convener: body " + body.code + " is convened by " + convener);
  if (!wish.chair.empty() && !chair.empty() && wish.chair != chair)
    return fail(Kind::invalid, "/chair: body " + body.code + " is chaired by " + chair);
  if (!wish.chair.empty() && !party_of(book.profile, wish.chair, wish.held_on).known)
    return fail(Kind::invalid, "/chair: the profile knows no party of that code");
  if (auto officer = officer_of_body(book, body, convener, asker); !officer) return officer.error();
  return store::NewSitting{body.code, domain::text_of(wish.held_on), convener,
                           wish.chair.empty() ? chair : wish.chair, asker};
}

/// The case's persons, then whoever lives with them.
std::vector<store::PersonRow> household_of(store::Reader& reader, store::CaseRow about) {
  std::vector<store::PersonRow> all;
  const auto add = [&all](store::PersonRow person) {
    if (std::find(all.begin(), all.end(), person) == all.end()) all.push_back(person);
  };
  const auto persons = store::persons_of(reader, about);
  for (const auto& one : persons)
    add(one.person);
  for (const auto& one : persons) {
    for (const auto household : store::households_of(reader, one.person)) {
      for (const auto person : store::persons_in(reader, household))
        add(person);
    }
  }
  return all;
}

Result<std::vector<store::PersonRow>> persons_for(store::Reader& reader, store::CaseRow about,
                                                  const std::vector<base::PersonId>& wanted) {
  auto household = household_of(reader, about);
  if (wanted.empty()) return household;
  std::vector<store::PersonRow> chosen;
  for (const auto& id : wanted) {
    const auto person = store::find_person(reader, id);
    const bool of_case =
        person && std::find(household.begin(), household.end(), person->row) != household.end();
    if (!of_case) return fail(Kind::not_found, "/persons: nobody of this case's household");
    chosen.push_back(person->row);
  }
  return chosen;
}

/// Whether everybody whom the case is about agreed to this sharing, for 茅ヶ崎市's rule; the gate
/// asks again for each seat and datum.
bool agreed(store::Reader& reader, store::CaseRow about, const LegalBasis& ground,
            base::UtcMillis at) {
  constexpr std::string_view whom[] = {coordinators, supporting_agencies};
  bool any = false;
  for (const auto& one : store::persons_of(reader, about)) {
    const auto person = one.focus ? store::read_person(reader, one.person) : std::nullopt;
    if (!person) continue;
    any = true;
    const auto events = spoken_by(reader, *person);
    const domain::ConsentQuestion question{person->id,
                                           ground.code,
                                           whom,
                                           plan_purpose,
                                           domain::Item::identity,
                                           ground.support_consent_needed,
                                           reopening_of(reader, about)};
    if (!domain::standing(events, at, question).allows()) return false;
  }
  return any;
}

/// Of the body's functions the one that wants consent, if it has one.
const LegalBasis* consent_ground(const Forum& body, const domain::LegalBases& bases,
                                 base::UtcMillis at) {
  for (const auto& function : body.functions) {
    const auto* row = bases.find(function.basis.code, at);
    if (row != nullptr && row->consent_needed) return row;
  }
  return nullptr;
}

Result<const LegalBasis*> ground_for(store::Reader& reader, const Book& book, const Opened& of,
                                     const AgendaWish& wish, store::CaseRow about,
                                     base::UtcMillis at) {
  const auto* wants = consent_ground(*of.body, book.law.bases, at);
  const profile::AgendaItem item{
      wish.function, wants != nullptr && agreed(reader, about, *wants, at), wish.declared_part};
  const auto ground = profile::ground_of(*of.body, item, book.law.bases, at);
  if (!ground) return ground.error();
  if (!profile::may_convene(book.profile, of.sitting.of.convener, **ground))
    return fail(Kind::invalid, of.sitting.of.convener + " may not convene " + (*ground)->code);
  return *ground;
}

Result<store::CaseRef> heard_case(store::Transaction& tx, const Book& book, const AgendaWish& wish,
                                  const std::string& asker) {
  if (wish.signal) return case_for_proposal(tx, book, *wish.signal, asker);
  const auto about = store::find_case(tx, wish.about);
  if (!about) return fail(Kind::not_found, "no case " + wish.about.text() + "; see `case list`");
  return store::CaseRef{about->row, about->id};
}

audit::Entry entry_about(const std::string& asker, std::string_view action,
                         const store::StoredSitting& sitting, std::string object) {
  auto entry = entry_of(asker, action, "sitting/" + sitting.id.text());
  entry.objects.push_back(std::move(object));
  return entry;
}

/// Who is called to the seat, by the table or by the chair, and what is known of him.
Result<store::NewSeat> called(const Book& book, const Opened& of, const SeatWish& wish,
                              profile::Day day) {
  store::NewSeat seat;
  seat.sitting = of.sitting.row;
  seat.secrecy = wish.secrecy;
  seat.document = wish.document;
  if (const auto* member = member_called(book.profile, *of.body, wish.party, day)) {
    seat.party = member->party ? member->party->code : std::string();
    seat.name = member->name;
    seat.kind = member->kind;
    seat.called = store::Called::from_table;
    return seat;
  }
  if (!wish.invited)
    return fail(Kind::invalid,
                "/invited: stands in no table of the body; whom the chair asks besides is invited");
  const auto party = party_of(book.profile, wish.party, day);
  seat.party = party.known ? wish.party : std::string();
  seat.name = wish.name.empty() && party.known ? party_name(book.profile, wish.party) : wish.name;
  seat.kind = wish.kind == domain::RecipientKind::unknown ? party.kind : wish.kind;
  seat.called = store::Called::by_chair;
  if (seat.name.empty())
    return fail(Kind::invalid, "/name: the profile knows no such party; name who sits");
  if (seat.kind == domain::RecipientKind::unknown)
    return fail(Kind::invalid, "/kind: what kind of recipient sits there is not known; name it");
  return seat;
}

}  // namespace

Result<const profile::Officer*> officer_of_body(const Book& book, const Forum& body,
                                                std::string_view convener, std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  const bool works =
      officer != nullptr &&
      (works_for(book.profile, *officer, convener) ||
       (body.secretariat && works_for(book.profile, *officer, body.secretariat->code)));
  if (works) return officer;
  return fail(Kind::forbidden,
              "only an officer of hub.yaml who works for the convener or the secretariat of body " +
                  body.code + " keeps its sittings");
}

Result<const profile::Officer*> officer_of_sitting(const Book& book,
                                                   const store::StoredSitting& sitting,
                                                   std::string_view asker) {
  const auto* body = profile::find_forum(book.profile, sitting.of.body);
  if (body == nullptr)
    return fail(Kind::conflict, "the profile has no body " + sitting.of.body + " any more");
  return officer_of_body(book, *body, sitting.of.convener, asker);
}

Result<store::SittingId> open_sitting(Context& context, const SittingWish& wish,
                                      const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::SittingId> {
    const auto* body = profile::find_forum(book->profile, wish.body);
    if (body == nullptr || !profile::covers(body->period, wish.held_on))
      return fail(Kind::invalid, "/body: the profile has no such body on that day");
    const auto sitting = convened(*book, *body, wish, asker);
    if (!sitting) return sitting.error();
    const auto id = store::add_sitting(tx, *sitting);
    tx.audit(entry_of(asker, "sitting.opened", "sitting/" + id.text()));
    return id;
  });
}

Result<store::AgendaId> add_agenda_item(Context& context, const AgendaWish& wish,
                                        const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::AgendaId> {
    const auto of = opened(tx, *book, wish.sitting, asker);
    if (!of) return of.error();
    const auto about = heard_case(tx, *book, wish, asker);
    if (!about) return about.error();
    const auto ground = ground_for(tx, *book, *of, wish, about->row, tx.now());
    if (!ground) return ground.error();
    const auto persons = persons_for(tx, about->row, wish.persons);
    if (!persons) return persons.error();
    const auto id = store::add_agenda_item(
        tx, {of->sitting.row, about->row, (*ground)->code, (*ground)->as_of,
             std::string(purpose_of(**ground)), wish.declared_part, wish.decided, *persons, asker});
    if (!id) return fail(Kind::conflict, "the sitting hears that case on that ground already");
    auto entry = entry_about(asker, "sitting.item", of->sitting, "agenda/" + id->text());
    entry.objects.push_back("case/" + about->id.text());
    entry.basis = (*ground)->code;
    tx.audit(entry);
    return *id;
  });
}

Result<store::SeatId> give_seat(Context& context, const SeatWish& wish, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::SeatId> {
    const auto of = opened(tx, *book, wish.sitting, asker);
    if (!of) return of.error();
    auto seat = called(*book, *of, wish, *domain::day_from(of->sitting.of.held_on));
    if (!seat) return seat.error();
    if (wish.secrecy == store::Secrecy::pledge && wish.document.empty())
      return fail(Kind::invalid, "/document: a pledge has a number");
    if (wish.item) {
      const auto item = store::find_agenda_item(tx, *wish.item);
      if (!item || item->of.sitting != of->sitting.row)
        return fail(Kind::not_found, "/item: is none of this sitting's");
      seat->item = item->row;
    }
    seat->officer = asker;
    const auto id = store::add_seat(tx, *seat);
    tx.audit(entry_about(asker, "sitting.seated", of->sitting, "seat/" + id.text()));
    return id;
  });
}

Result<> leave_seat(Context& context, const store::SeatId& id, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto seat = store::find_seat(tx, id);
    if (!seat) return fail(Kind::not_found, "no seat " + id.text() + "; see `sitting show`");
    const auto sitting = store::read_sitting(tx, seat->of.sitting);
    if (auto officer = officer_of_sitting(*book, *sitting, asker); !officer) return officer.error();
    if (!store::leave_seat(tx, seat->row)) return fail(Kind::conflict, "the seat was left before");
    tx.audit(entry_about(asker, "sitting.left", *sitting, "seat/" + id.text()));
    return {};
  });
}

}  // namespace hub::service
