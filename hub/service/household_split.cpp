#include "hub/service/household_split.hpp"

#include "hub/service/entry.hpp"
#include "hub/service/house.hpp"
#include "hub/service/named_records.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/patterns.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using Records = std::vector<store::RecordRow>;

/// Of those who live there with the person.
Records records_of_others(store::Reader& reader, store::HouseholdRow household,
                          store::PersonRow person) {
  Records records;
  bool is_member = false;
  for (const auto one : store::persons_in(reader, household)) {
    is_member = is_member || one == person;
    if (one == person) continue;
    const auto more = records_of(reader, one);
    records.insert(records.end(), more.begin(), more.end());
  }
  return is_member ? records : Records();
}

Result<store::PersonRef> person_named(store::Reader& reader, const base::PersonId& id) {
  if (auto person = store::find_person(reader, id)) return *person;
  return base::fail(Kind::not_found, "no person " + id.text());
}

/// Settles the person anew, and all patterns that this may touch.
void settle(store::Transaction& tx, Context& context, const store::PersonRef& person,
            audit::Entry entry) {
  Homes homes(context);
  homes.add(person.row);
  const auto book = context.book();
  for (const auto household : homes.settle(tx))
    weigh_patterns(tx, context.tables, *book, household);
  entry.persons = {person.id};
  tx.audit(entry);
}

Result<> check_officer(const Context& context, const std::string& asker) {
  if (officer_of(*context.book(), asker) != nullptr) return {};
  return base::fail(Kind::forbidden, "only an officer of hub.yaml decides who lives together");
}

}  // namespace

Result<> part_from_household(Context& context, const base::HouseholdId& household,
                             const base::PersonId& id, const std::string& asker,
                             const Unchanged& unchanged) {
  if (auto may = check_officer(context, asker); !may) return may;
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto home = store::find_household(tx, household);
    if (!home)
      return base::fail(Kind::not_found,
                        "no household " + household.text() + "; see `household list`");
    if (auto same = check(unchanged, tx); !same) return same.error();
    const auto person = person_named(tx, id);
    if (!person) return person.error();
    const auto others = records_of_others(tx, home->row, person->row);
    if (others.empty())
      return base::fail(Kind::invalid, "/person: lives with nobody in that household");
    for (const auto mine : records_of(tx, person->row)) {
      for (const auto theirs : others)
        store::split_household(tx, mine, theirs, asker);
    }
    settle(tx, context, *person,
           entry_of(asker, "household.parted", "household/" + household.text()));
    return {};
  });
}

Result<> rejoin_household(Context& context, const base::PersonId& id, const std::string& asker) {
  if (auto may = check_officer(context, asker); !may) return may;
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto person = person_named(tx, id);
    if (!person) return person.error();
    bool any = false;
    for (const auto record : records_of(tx, person->row))
      any = store::undo_household_splits(tx, record) || any;
    if (!any) return base::fail(Kind::conflict, "nobody took the person out of a household");
    settle(tx, context, *person, entry_of(asker, "household.rejoined", "person/" + id.text()));
    return {};
  });
}

}  // namespace hub::service
