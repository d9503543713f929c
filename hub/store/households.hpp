// Households and who belongs to them, by evidence that can be undone.
#pragma once

#include <vector>

#include "hub/store/persons.hpp"

namespace hub::store {

struct HouseholdRef {
  HouseholdRow row;
  base::HouseholdId id;
};

struct NewMember {
  PersonRow person{};
  Strength strength = Strength::possible;
  std::string evidence{};  ///< the rule: register number, statement, address, an officer
  std::string from_day{};  ///< ISO date on which somebody moved here, or empty
};

struct Member {
  std::int64_t row = 0;
  HouseholdRow household;
  PersonRow person;
  Strength strength = Strength::possible;
  std::string evidence;
  std::string from_day;
  std::string until_day;  ///< ISO date on which somebody moved away; empty while they live there
};

HouseholdRef create_household(Transaction& transaction);
std::optional<HouseholdRef> find_household(Reader& reader, const base::HouseholdId& id);
std::optional<HouseholdRef> read_household(Reader& reader, HouseholdRow row);
/// The newest first.
std::vector<HouseholdRef> list_households(Reader& reader, std::size_t at_most);

/// Adds a membership; one that stands already between the two is undone.
void put_member(Transaction& transaction, HouseholdRow household, const NewMember& member,
                std::string_view by);
bool undo_member(Transaction& transaction, HouseholdRow household, PersonRow person,
                 std::string_view by);
/// They moved away on that day (ISO): the membership ends, and is kept. False where there is none.
bool end_member(Transaction& transaction, HouseholdRow household, PersonRow person,
                std::string_view until_day);
/// Of those who live there now, in the order of the persons: when a membership was found may tell
/// of others.
std::vector<Member> members_of(Reader& reader, HouseholdRow household);
/// Of those who moved away.
std::vector<Member> former_members_of(Reader& reader, HouseholdRow household);
/// Where somebody lives now.
std::vector<Member> memberships_of(Reader& reader, PersonRow person);
/// Those who live there now, in the same order.
std::vector<PersonRow> persons_in(Reader& reader, HouseholdRow household);
std::vector<HouseholdRow> households_of(Reader& reader, PersonRow person);

/// An officer decided that the one's person is not of the household of the other's.
void split_household(Transaction& transaction, RecordRow who, RecordRow whose, std::string_view by);
/// All that was decided of this one; false where nothing was.
bool undo_household_splits(Transaction& transaction, RecordRow who);
/// Whether that was ever decided of anybody.
bool are_households_split(Reader& reader);
/// Those of whose household it is not.
std::vector<RecordRow> not_with(Reader& reader, RecordRow who);

}  // namespace hub::store
