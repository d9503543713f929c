#include "hub/store/households.hpp"

namespace hub::store {
namespace {

// Neither undone nor ended.
#define TSUNAGU_LIVE "undone_at IS NULL AND until_day = ''"
#define TSUNAGU_MEMBER \
  "SELECT id, household, person, strength, evidence, from_day, until_day FROM household_members "

std::optional<HouseholdRef> ref_of(Cursor& rows) {
  if (!rows.next()) return std::nullopt;
  return HouseholdRef{rows.row<HouseholdRow>(0), rows.id<base::HouseholdId>(1)};
}

std::vector<Member> all_of(Cursor& rows) {
  std::vector<Member> members;
  while (rows.next())
    members.push_back({.row = rows.integer(0),
                       .household = rows.row<HouseholdRow>(1),
                       .person = rows.row<PersonRow>(2),
                       .strength = static_cast<Strength>(rows.integer(3)),
                       .evidence = std::string(rows.text(4)),
                       .from_day = std::string(rows.text(5)),
                       .until_day = std::string(rows.text(6))});
  return members;
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
  transaction.execute(
      "INSERT INTO household_members (household, person, strength, evidence, from_day, made_at, "
      "made_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
      {household, member.person, static_cast<int>(member.strength), member.evidence,
       member.from_day, transaction.now(), by});
}

bool undo_member(Transaction& transaction, HouseholdRow household, PersonRow person,
                 std::string_view by) {
  return transaction.execute(
             "UPDATE household_members SET undone_at = ?, undone_by = ? "
             "WHERE household = ? AND person = ? AND " TSUNAGU_LIVE,
             {transaction.now(), by, household, person}) > 0;
}

bool end_member(Transaction& transaction, HouseholdRow household, PersonRow person,
                std::string_view until_day) {
  return transaction.execute(
             "UPDATE household_members SET until_day = ? "
             "WHERE household = ? AND person = ? AND " TSUNAGU_LIVE,
             {until_day, household, person}) > 0;
}

std::vector<Member> members_of(Reader& reader, HouseholdRow household) {
  Cursor rows = reader.query(
      TSUNAGU_MEMBER "WHERE household = ? AND " TSUNAGU_LIVE " ORDER BY person", {household});
  return all_of(rows);
}

std::vector<Member> former_members_of(Reader& reader, HouseholdRow household) {
  Cursor rows = reader.query(TSUNAGU_MEMBER
                             "WHERE household = ? AND undone_at IS NULL AND until_day <> '' "
                             "ORDER BY person, until_day",
                             {household});
  return all_of(rows);
}

std::vector<Member> memberships_of(Reader& reader, PersonRow person) {
  Cursor rows = reader.query(
      TSUNAGU_MEMBER "WHERE person = ? AND " TSUNAGU_LIVE " ORDER BY household", {person});
  return all_of(rows);
}

std::vector<PersonRow> persons_in(Reader& reader, HouseholdRow household) {
  Cursor rows =
      reader.query("SELECT person FROM household_members WHERE household = ? AND " TSUNAGU_LIVE
                   " ORDER BY person",
                   {household});
  std::vector<PersonRow> persons;
  while (rows.next())
    persons.push_back(rows.row<PersonRow>(0));
  return persons;
}

std::vector<HouseholdRow> households_of(Reader& reader, PersonRow person) {
  Cursor rows =
      reader.query("SELECT household FROM household_members WHERE person = ? AND " TSUNAGU_LIVE
                   " ORDER BY household",
                   {person});
  std::vector<HouseholdRow> households;
  while (rows.next())
    households.push_back(rows.row<HouseholdRow>(0));
  return households;
}

void split_household(Transaction& transaction, RecordRow who, RecordRow whose,
                     std::string_view by) {
  transaction.execute(
      "INSERT OR IGNORE INTO household_splits (who, whose, decided_at, decided_by) "
      "VALUES (?, ?, ?, ?)",
      {who, whose, transaction.now(), by});
}

bool undo_household_splits(Transaction& transaction, RecordRow who) {
  return transaction.execute("DELETE FROM household_splits WHERE who = ?", {who}) > 0;
}

bool are_households_split(Reader& reader) {
  return reader.integer("SELECT 1 FROM household_splits LIMIT 1", {}).has_value();
}

std::vector<RecordRow> not_with(Reader& reader, RecordRow who) {
  Cursor rows = reader.query("SELECT whose FROM household_splits WHERE who = ?", {who});
  std::vector<RecordRow> records;
  while (rows.next())
    records.push_back(rows.row<RecordRow>(0));
  return records;
}

}  // namespace hub::store
