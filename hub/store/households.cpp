#include "hub/store/households.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "household_members";

using MemberId = base::Id<struct MemberTag>;

std::optional<HouseholdRef> ref_of(Cursor& rows) {
  if (!rows.next()) return std::nullopt;
  return HouseholdRef{rows.row<HouseholdRow>(0), rows.id<base::HouseholdId>(1)};
}

}  // namespace

HouseholdRef create_household(Transaction& transaction) {
  const auto id = transaction.new_id<base::HouseholdId>();
  const auto row = transaction.insert<HouseholdRow>(
      "INSERT INTO households (uuid, created_at) VALUES (?, ?)", {id, transaction.now()});
  return {row, id};
}

std::optional<HouseholdRef> find_household(Reader& reader, const base::HouseholdId& id) {
  Cursor rows = reader.query("SELECT id, uuid FROM households WHERE uuid = ?", {id});
  return ref_of(rows);
}

std::optional<HouseholdRef> read_household(Reader& reader, HouseholdRow row) {
  Cursor rows = reader.query("SELECT id, uuid FROM households WHERE id = ?", {row});
  return ref_of(rows);
}

std::vector<HouseholdRef> list_households(Reader& reader, std::size_t at_most) {
  Cursor rows = reader.query("SELECT id, uuid FROM households ORDER BY id DESC LIMIT ?", {at_most});
  std::vector<HouseholdRef> households;
  for (auto ref = ref_of(rows); ref; ref = ref_of(rows))
    households.push_back(*ref);
  return households;
}

void put_member(Transaction& transaction, HouseholdRow household, const NewMember& member,
                std::string_view by) {
  undo_member(transaction, household, member.person, by);
  const auto id = transaction.new_id<MemberId>();
  const std::string body = transaction.seal(table, id.bytes(), member.body);
  transaction.execute(
      "INSERT INTO household_members (uuid, household, person, strength, evidence, from_day, "
      "until_day, made_at, made_by, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, household, member.person, static_cast<int>(member.strength), member.evidence,
       member.from_day, member.until_day, transaction.now(), by, blob_of(body)});
}

bool undo_member(Transaction& transaction, HouseholdRow household, PersonRow person,
                 std::string_view by) {
  return transaction.execute(
             "UPDATE household_members SET undone_at = ?, undone_by = ? "
             "WHERE household = ? AND person = ? AND undone_at IS NULL",
             {transaction.now(), by, household, person}) > 0;
}

std::vector<Member> members_of(Reader& reader, HouseholdRow household) {
  Cursor rows = reader.query(
      "SELECT id, person, strength, evidence, from_day, until_day, uuid, body "
      "FROM household_members WHERE household = ? AND undone_at IS NULL ORDER BY person",
      {household});
  std::vector<Member> members;
  while (rows.next())
    members.push_back({.row = rows.integer(0),
                       .household = household,
                       .person = rows.row<PersonRow>(1),
                       .strength = static_cast<Strength>(rows.integer(2)),
                       .evidence = std::string(rows.text(3)),
                       .from_day = std::string(rows.text(4)),
                       .until_day = std::string(rows.text(5)),
                       .body = reader.open(table, rows.bytes<16>(6), rows.blob(7))});
  return members;
}

std::vector<PersonRow> persons_in(Reader& reader, HouseholdRow household) {
  Cursor rows = reader.query(
      "SELECT person FROM household_members WHERE household = ? AND undone_at IS NULL "
      "ORDER BY person",
      {household});
  std::vector<PersonRow> persons;
  while (rows.next())
    persons.push_back(rows.row<PersonRow>(0));
  return persons;
}

std::vector<HouseholdRow> households_of(Reader& reader, PersonRow person) {
  Cursor rows = reader.query(
      "SELECT household FROM household_members WHERE person = ? AND undone_at IS NULL "
      "ORDER BY household",
      {person});
  std::vector<HouseholdRow> households;
  while (rows.next())
    households.push_back(rows.row<HouseholdRow>(0));
  return households;
}

std::vector<Residence> residences_with(Reader& reader, crypto::Token token, std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT m.person, m.household FROM tokens t "
      "JOIN person_links l ON l.record = t.record AND l.undone_at IS NULL "
      "JOIN household_members m ON m.person = l.person AND m.undone_at IS NULL "
      "WHERE t.token = ? ORDER BY t.record LIMIT ?",
      {token, at_most});
  std::vector<Residence> residences;
  while (rows.next())
    residences.push_back({rows.row<PersonRow>(0), rows.row<HouseholdRow>(1)});
  return residences;
}

}  // namespace hub::store
