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
  std::string evidence{};   ///< the rule: register number, address key, an officer
  std::string from_day{};   ///< ISO date or empty
  std::string until_day{};  ///< ISO date or empty
  std::string body{};       ///< JSON: relationship, role, cohabiting; is sealed
};

struct Member {
  std::int64_t row = 0;
  HouseholdRow household;
  PersonRow person;
  Strength strength = Strength::possible;
  std::string evidence;
  std::string from_day;
  std::string until_day;
  crypto::Opened body;
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
/// Live memberships, in the order of the persons: when a membership was found may tell of others.
std::vector<Member> members_of(Reader& reader, HouseholdRow household);
/// Whose they are, in the same order, without opening what is sealed.
std::vector<PersonRow> persons_in(Reader& reader, HouseholdRow household);
std::vector<HouseholdRow> households_of(Reader& reader, PersonRow person);

struct Residence {
  PersonRow person;
  HouseholdRow household;
};

/// Live memberships of those to whom records with the token are linked.
std::vector<Residence> residences_with(Reader& reader, crypto::Token token, std::size_t at_most);

}  // namespace hub::store
