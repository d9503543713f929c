#include "hub/service/two_persons.hpp"

#include <algorithm>
#include <set>

#include "hub/service/claim.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/house.hpp"
#include "hub/service/named_records.hpp"
#include "hub/service/patterns.hpp"
#include "hub/store/signals.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using store::PersonRow;
using store::RecordRow;

bool has(const std::vector<Candidates>& found, PersonRow one, PersonRow other) {
  return std::any_of(found.begin(), found.end(), [&](const Candidates& pair) {
    return (pair.one.row == one && pair.other.row == other) ||
           (pair.one.row == other && pair.other.row == one);
  });
}

/// What is certain of a person; the officer looked at the two persons, not at each record.
std::vector<RecordRow> certain_records(store::Reader& reader, PersonRow person) {
  std::vector<RecordRow> records;
  for (const auto& link : store::links_of(reader, person)) {
    if (link.strength >= store::Strength::deterministic) records.push_back(link.record);
  }
  return records;
}

std::vector<RecordRow> both(std::vector<RecordRow> mine, const std::vector<RecordRow>& theirs) {
  mine.insert(mine.end(), theirs.begin(), theirs.end());
  return mine;
}

bool are_one(store::Reader& reader, RecordRow one, RecordRow other) {
  const auto mine = person_of(reader, one);
  const auto theirs = person_of(reader, other);
  return mine && theirs && mine->row == theirs->row;
}

/// The word changes; then these records' persons, their households, and what is asked of them.
class Settling {
 public:
  Settling(store::Transaction& tx, const Context& context, std::string officer,
           const std::vector<RecordRow>& records)
      : tx_(tx), context_(context), officer_(std::move(officer)) {
    for (const auto record : records) {
      const auto link = store::link_of(tx_, record);
      if (link && persons_.insert(link->person).second) add_records_of(link->person);
    }
    see_households();
  }

  void link_anew() {
    const auto persons = Linking(context_).link(tx_, moved_, officer_);
    settle_homes(tx_, context_, persons);
    persons_.insert(persons.begin(), persons.end());
    for (const auto& one : moved_) {
      if (const auto link = store::link_of(tx_, one.row)) persons_.insert(link->person);
    }
    see_households();
  }

  /// A row for each person that there is now or was before, so that each one's own page can tell
  /// it.
  void note(std::string_view action, std::vector<std::string> objects) {
    auto entry = entry_of(officer_, action, {});
    entry.objects = std::move(objects);
    for (const auto row : persons_) {
      const auto person = store::read_person(tx_, row);
      if (!person) continue;
      entry.persons = {person->id};
      tx_.audit(entry);
    }
  }

  /// What holds by a sure link now, or by none any more; a question that is answered is closed, one
  /// that is open again is asked.
  void follow(std::string_view decision) {
    const auto book = context_.book();
    for (const auto person : persons_)
      ask_whether_same(tx_, person);
    for (const auto household : households_) {
      weigh_patterns(tx_, context_.tables, *book, household);
      const auto signal = store::open_signal_of(tx_, household, propose_same_person);
      if (signal && candidates_in(tx_, household).empty())
        store::decide_signal(tx_, signal->row, decision, officer_);
    }
  }

 private:
  void add_records_of(PersonRow person) {
    for (const auto& link : store::links_of(tx_, person))
      moved_.push_back({link.record, store::tokens_of(tx_, link.record)});
  }
  void see_households() {
    for (const auto person : persons_) {
      for (const auto household : store::households_of(tx_, person))
        households_.insert(household);
    }
  }

  store::Transaction& tx_;
  const Context& context_;
  std::string officer_;
  std::set<PersonRow> persons_;
  std::set<store::HouseholdRow> households_;
  std::vector<MovedRecord> moved_;
};

std::string object_of(const store::LinkWordId& word) {
  return "word/" + word.text();
}

/// Whoever the ones are of, is nobody of whom the others are.
Result<> part(store::Transaction& tx, const Context& context, const std::vector<RecordRow>& mine,
              const std::vector<RecordRow>& theirs, std::string_view reason,
              const Speaker& officer) {
  Settling settling(tx, context, officer.name, both(mine, theirs));
  const auto word = tx.new_id<store::LinkWordId>();
  for (const auto one : mine) {
    for (const auto other : theirs)
      store::split_records(tx, one, other, officer.name, reason, word);
  }
  settling.link_anew();
  settling.note("person.kept_apart", {officer.object, object_of(word)});
  settling.follow("declined");
  return {};
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

bool are_asked_about(store::Reader& reader, PersonRow one, PersonRow other) {
  const auto doubts = doubts_of(reader, one);
  return std::any_of(doubts.begin(), doubts.end(),
                     [other](const Doubtful& doubt) { return doubt.person == other; });
}

Result<> join_two(store::Transaction& tx, const Context& context, const TwoPersons& two,
                  const Speaker& officer) {
  if (bears_matters(tx, two.one.row) && bears_matters(tx, two.other.row)) {
    return fail(Kind::conflict,
                "both have referrals, consents or decisions of their own; they stay two");
  }
  const auto mine = certain_records(tx, two.one.row);
  const auto theirs = certain_records(tx, two.other.row);
  Settling settling(tx, context, officer.name, both(mine, theirs));
  const auto word = tx.new_id<store::LinkWordId>();
  for (const auto one : mine) {
    for (const auto other : theirs)
      store::join_records(tx, one, other, officer.name, word);
  }
  settling.link_anew();
  if (mine.empty() || theirs.empty() || !are_one(tx, mine.front(), theirs.front()))
    return fail(Kind::conflict, "an officer told records of the two apart; they stay two");
  settling.note("person.joined", {officer.object, object_of(word)});
  settling.follow("taken_up");
  return {};
}

Result<> part_two(store::Transaction& tx, const Context& context, const TwoPersons& two,
                  const Speaker& officer) {
  return part(tx, context, records_of(tx, two.one.row), records_of(tx, two.other.row), "signal",
              officer);
}

Result<> part_records(store::Transaction& tx, const Context& context, RecordRow one,
                      RecordRow other, const Speaker& officer) {
  return part(tx, context, {one}, {other}, "wrong_link", officer);
}

Result<> take_back_word(store::Transaction& tx, const Context& context,
                        const store::LinkWordId& word, const std::string& officer) {
  Settling settling(tx, context, officer, store::records_of_word(tx, word));
  if (!store::take_back(tx, word, officer)) {
    return fail(Kind::not_found,
                "no decision " + word.text() + " that stands; see `link decisions`");
  }
  settling.link_anew();
  settling.note("link.word_undone", {object_of(word)});
  settling.follow("declined");
  return {};
}

}  // namespace hub::service
