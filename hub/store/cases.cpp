#include "hub/store/cases.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "cases";

#define TSUNAGU_CASE                                                                         \
  "SELECT id, uuid, household, status, opened_at, reopened_at, closed_at, changed_at, body " \
  "FROM cases "

std::optional<StoredCase> case_from(Reader& reader, Cursor rows) {
  if (!rows.next()) return std::nullopt;
  const auto id = rows.id<base::CaseId>(1);
  return StoredCase{.row = rows.row<CaseRow>(0),
                    .id = id,
                    .household = rows.row<HouseholdRow>(2),
                    .status = std::string(rows.text(3)),
                    .opened_at = rows.time(4),
                    .reopened_at = rows.time_or_null(5),
                    .closed_at = rows.time_or_null(6),
                    .changed_at = rows.time(7),
                    .body = reader.open(table, id.bytes(), rows.blob(8))};
}

std::vector<CaseRow> rows_of(Cursor rows) {
  std::vector<CaseRow> cases;
  while (rows.next())
    cases.push_back(rows.row<CaseRow>(0));
  return cases;
}

void add_event(Transaction& transaction, CaseRow row, std::string_view from, std::string_view to) {
  transaction.execute(
      "INSERT INTO case_events (case_id, at, from_state, to_state) VALUES (?, ?, ?, ?)",
      {row, transaction.now(), from, to});
}

}  // namespace

CaseRef open_case(Transaction& transaction, HouseholdRow household, std::string_view status,
                  std::string_view body) {
  const auto id = transaction.new_id<base::CaseId>();
  const std::string sealed = transaction.seal(table, id.bytes(), body);
  const auto row = transaction.insert<CaseRow>(
      "INSERT INTO cases (uuid, household, status, opened_at, changed_at, body) "
      "VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
      {id, or_null(household), status, transaction.now(), blob_of(sealed)});
  add_event(transaction, row, "", status);
  return {row, id};
}

bool set_case_status(Transaction& transaction, CaseRow row, std::string_view from,
                     std::string_view to) {
  const auto changed = transaction.execute(
      "UPDATE cases SET status = ?1, changed_at = ?2, "
      "closed_at = CASE ?1 WHEN 'closed' THEN ?2 WHEN 'reopened' THEN NULL "
      "ELSE closed_at END, "
      "reopened_at = CASE ?1 WHEN 'reopened' THEN ?2 ELSE reopened_at END "
      "WHERE id = ?3 AND status = ?4",
      {to, transaction.now(), row, from});
  if (changed == 0) return false;
  add_event(transaction, row, from, to);
  return true;
}

void set_case_body(Transaction& transaction, const CaseRef& ref, std::string_view body) {
  const std::string sealed = transaction.seal(table, ref.id.bytes(), body);
  transaction.execute("UPDATE cases SET body = ?, changed_at = ? WHERE id = ?",
                      {blob_of(sealed), transaction.now(), ref.row});
}

void put_case_person(Transaction& transaction, CaseRow row, PersonRow person, bool focus) {
  transaction.execute(
      "INSERT INTO case_persons (case_id, person, focus) VALUES (?1, ?2, ?3) "
      "ON CONFLICT DO UPDATE SET focus = ?3",
      {row, person, focus});
}

std::optional<StoredCase> read_case(Reader& reader, CaseRow row) {
  return case_from(reader, reader.query(TSUNAGU_CASE "WHERE id = ?", {row}));
}

std::optional<base::UtcMillis> reopened_at(Reader& reader, CaseRow row) {
  const auto at = reader.integer("SELECT reopened_at FROM cases WHERE id = ?", {row});
  return at ? std::optional(base::utc_from_millis(*at)) : std::nullopt;
}

std::optional<StoredCase> find_case(Reader& reader, const base::CaseId& id) {
  return case_from(reader, reader.query(TSUNAGU_CASE "WHERE uuid = ?", {id}));
}

std::vector<CasePerson> persons_of(Reader& reader, CaseRow row) {
  Cursor rows = reader.query(
      "SELECT person, focus FROM case_persons WHERE case_id = ? ORDER BY focus DESC, person",
      {row});
  std::vector<CasePerson> persons;
  while (rows.next())
    persons.push_back({rows.row<PersonRow>(0), rows.integer(1) != 0});
  return persons;
}

std::vector<base::PersonId> person_ids_of(Reader& reader, CaseRow row) {
  Cursor rows = reader.query(
      "SELECT p.uuid FROM case_persons c JOIN persons p ON p.id = c.person "
      "WHERE c.case_id = ? ORDER BY c.focus DESC, c.person",
      {row});
  std::vector<base::PersonId> ids;
  while (rows.next())
    ids.push_back(rows.id<base::PersonId>(0));
  return ids;
}

std::vector<CaseRow> open_cases_of(Reader& reader, PersonRow person) {
  return rows_of(
      reader.query("SELECT c.id FROM case_persons p JOIN cases c ON c.id = p.case_id "
                   "WHERE p.person = ? AND c.closed_at IS NULL ORDER BY c.id DESC",
                   {person}));
}

std::vector<CaseRow> open_cases_of(Reader& reader, HouseholdRow household) {
  return rows_of(reader.query(
      "SELECT id FROM cases WHERE household = ? AND closed_at IS NULL ORDER BY id DESC",
      {household}));
}

std::optional<CaseRow> last_closed_case_of(Reader& reader, PersonRow person) {
  Cursor rows = reader.query(
      "SELECT c.id FROM case_persons p JOIN cases c ON c.id = p.case_id "
      "WHERE p.person = ? AND c.closed_at IS NOT NULL ORDER BY c.closed_at DESC, c.id DESC LIMIT 1",
      {person});
  if (!rows.next()) return std::nullopt;
  return rows.row<CaseRow>(0);
}

std::vector<CaseRow> cases_of(Reader& reader, PersonRow person) {
  return rows_of(reader.query(
      "SELECT case_id FROM case_persons WHERE person = ? ORDER BY case_id DESC", {person}));
}

std::vector<CaseRow> list_cases(Reader& reader, std::size_t at_most) {
  return rows_of(reader.query("SELECT id FROM cases ORDER BY id DESC LIMIT ?", {at_most}));
}

std::vector<CaseRow> list_cases(Reader& reader, CaseRow before, std::size_t at_most) {
  return rows_of(reader.query("SELECT id FROM cases WHERE id < ? ORDER BY id DESC LIMIT ?",
                              {before, at_most}));
}

}  // namespace hub::store
