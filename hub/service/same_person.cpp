#include "hub/service/same_person.hpp"

#include <algorithm>

#include "hub/service/claim.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/house.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/patterns.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_signals.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;

bool has(const std::vector<Candidates>& found, store::PersonRow one, store::PersonRow other) {
  return std::any_of(found.begin(), found.end(), [&](const Candidates& pair) {
    return (pair.one.row == one && pair.other.row == other) ||
           (pair.one.row == other && pair.other.row == one);
  });
}

/// An open signal of this kind and a pair that it is about.
struct Matter {
  store::Signal signal;
  store::PersonRef one;
  store::PersonRef other;
};

Result<Matter> matter_of(store::Transaction& tx, const SameWish& wish) {
  auto signal = store::find_signal(tx, wish.signal);
  if (!signal || signal->decided_at || signal->code != propose_same_person) {
    return base::fail(Kind::not_found, "no open signal of one person: " + wish.signal.text());
  }
  for (const auto& pair : candidates_in(tx, signal->household)) {
    if (pair.one.id == wish.one && pair.other.id == wish.other)
      return Matter{std::move(*signal), pair.one, pair.other};
    if (pair.other.id == wish.one && pair.one.id == wish.other)
      return Matter{std::move(*signal), pair.other, pair.one};
  }
  return base::fail(Kind::invalid, "/person: the signal is not about these two; see `signal show`");
}

/// What is certain of a person; the officer looked at the two persons, not at each record.
std::vector<store::RecordRow> certain_records(store::Reader& reader, store::PersonRow person) {
  std::vector<store::RecordRow> records;
  for (const auto& link : store::links_of(reader, person)) {
    if (link.strength >= store::Strength::deterministic) records.push_back(link.record);
  }
  return records;
}

void link_anew(store::Transaction& tx, const Context& context, const Matter& matter,
               const std::string& officer) {
  std::vector<MovedRecord> moved;
  for (const auto& person : {matter.one, matter.other}) {
    for (const auto& link : store::links_of(tx, person.row))
      moved.push_back({link.record, store::tokens_of(tx, link.record)});
  }
  for (const auto person : Linking(context).link(tx, moved, officer))
    join_household(tx, person);
}

Result<> join(store::Transaction& tx, const Context& context, const Matter& matter,
              const std::string& officer) {
  if (bears_matters(tx, matter.one.row) && bears_matters(tx, matter.other.row)) {
    return base::fail(Kind::conflict,
                      "both have referrals, consents or decisions of their own; they stay two");
  }
  const auto mine = certain_records(tx, matter.one.row);
  const auto theirs = certain_records(tx, matter.other.row);
  for (const auto one : mine) {
    for (const auto other : theirs)
      store::join_records(tx, one, other, officer);
  }
  link_anew(tx, context, matter, officer);
  const auto link = mine.empty() ? std::nullopt : store::link_of(tx, mine.front());
  const auto other = theirs.empty() ? std::nullopt : store::link_of(tx, theirs.front());
  if (link && other && link->person == other->person) return {};
  return base::fail(Kind::conflict, "an officer told records of the two apart; they stay two");
}

Result<> part(store::Transaction& tx, const Context& context, const Matter& matter,
              const std::string& officer) {
  for (const auto& mine : store::links_of(tx, matter.one.row)) {
    for (const auto& theirs : store::links_of(tx, matter.other.row))
      store::split_records(tx, mine.record, theirs.record, officer, "signal");
  }
  link_anew(tx, context, matter, officer);
  return {};
}

/// What holds by a sure link now, or by none any more.
void weigh_both(store::Transaction& tx, const Book& book, const Matter& matter) {
  weigh_patterns(tx, book, matter.signal.household);
  for (const auto& person : {matter.one, matter.other}) {
    for (const auto household : store::households_of(tx, person.row))
      weigh_patterns(tx, book, household);
  }
}

/// A row for each of the two, so that each one's own page can tell it.
void note(store::Transaction& tx, std::string_view action, const Matter& matter,
          const std::string& officer) {
  auto entry = entry_of(officer, action, "signal/" + matter.signal.id.text());
  for (const auto& person : {matter.one, matter.other}) {
    entry.persons = {person.id};
    tx.audit(entry);
  }
}

using Deed = Result<> (*)(store::Transaction&, const Context&, const Matter&, const std::string&);

/// The signal is decided when nothing is left to ask about its household.
Result<> settle(Context& context, const SameWish& wish, const std::string& asker, Deed deed,
                std::string_view action, std::string_view decision) {
  const auto book = context.book();
  if (officer_of(*book, asker) == nullptr) {
    return base::fail(Kind::forbidden, "only an officer of hub.yaml decides who is one person");
  }
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto matter = matter_of(tx, wish);
    if (!matter) return matter.error();
    if (auto done = deed(tx, context, *matter, asker); !done) return done;
    note(tx, action, *matter, asker);
    weigh_both(tx, *book, *matter);
    if (candidates_in(tx, matter->signal.household).empty())
      store::decide_signal(tx, matter->signal.row, decision, asker);
    return {};
  });
}

}  // namespace

std::vector<Candidates> candidates_in(store::Reader& reader, store::HouseholdRow household) {
  std::vector<Candidates> found;
  for (const auto person : store::persons_in(reader, household)) {
    const auto one = store::read_person(reader, person);
    for (const auto& doubt : doubts_of(reader, person)) {
      const auto other = store::read_person(reader, doubt.person);
      if (!one || !other || has(found, one->row, other->row)) continue;
      found.push_back({*one, *other, doubt});
    }
  }
  return found;
}

Result<Shown> view_signal(store::Reader& reader, const Looker& looker, const store::SignalId& id,
                          const ViewSink& sink) {
  const auto signal = store::find_signal(reader, id);
  if (!signal) {
    return base::fail(Kind::not_found, "no signal " + id.text() + "; see `signal list`");
  }
  Shown shown{{"signal/" + id.text()}, {}};
  view_line_of(reader, *signal, sink);
  if (signal->code != propose_same_person) return shown;
  for (const auto& pair : candidates_in(reader, signal->household)) {
    if (!may_see(reader, pair.one.row, looker) || !may_see(reader, pair.other.row, looker))
      continue;
    ViewLine line("candidate");
    line.id("person", pair.one.id).id("other", pair.other.id).code("rule", name_of(pair.doubt.why));
    line.to(sink);
    shown.persons.push_back(pair.one.id);
    shown.persons.push_back(pair.other.id);
  }
  return shown;
}

Result<> confirm_same(Context& context, const SameWish& wish, const std::string& asker) {
  return settle(context, wish, asker, join, "person.joined", "taken_up");
}

Result<> reject_same(Context& context, const SameWish& wish, const std::string& asker) {
  return settle(context, wish, asker, part, "person.kept_apart", "declined");
}

}  // namespace hub::service
