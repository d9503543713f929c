#include "hub/store/outreach.hpp"

namespace hub::store {
namespace {

constexpr std::string_view contact_table = "outreach_contacts";

#define TSUNAGU_OUTREACH \
  "SELECT id, uuid, case_id, why, basis, officer, opened_at, outcome, ended_at FROM outreach "

std::vector<StoredOutreach> outreach_in(Cursor rows) {
  std::vector<StoredOutreach> all;
  while (rows.next()) {
    all.push_back({rows.row<OutreachRow>(0), rows.id<OutreachId>(1), rows.row<CaseRow>(2),
                   std::string(rows.text(3)), std::string(rows.text(4)), std::string(rows.text(5)),
                   rows.time(6), std::string(rows.text(7)), rows.time_or_null(8)});
  }
  return all;
}

}  // namespace

std::optional<OutreachId> open_outreach(Transaction& transaction, CaseRow about,
                                        std::string_view why, std::string_view basis,
                                        std::string_view officer) {
  const auto id = transaction.new_id<OutreachId>();
  const bool added = transaction.execute(
                         "INSERT INTO outreach (uuid, case_id, why, basis, officer, opened_at) "
                         "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                         {id, about, why, basis, officer, transaction.now()}) > 0;
  return added ? std::optional(id) : std::nullopt;
}

bool end_outreach(Transaction& transaction, OutreachRow row, std::string_view outcome) {
  return transaction.execute(
             "UPDATE outreach SET outcome = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL",
             {outcome, transaction.now(), row}) > 0;
}

ContactId add_contact(Transaction& transaction, const NewContact& contact) {
  const auto id = transaction.new_id<ContactId>();
  const auto note = transaction.seal(contact_table, id.bytes(), contact.note);
  transaction.execute(
      "INSERT INTO outreach_contacts (uuid, outreach, day, step, reached, minutes, basis, next_on, "
      "officer, made_at, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, contact.of, contact.day, contact.step, contact.reached ? 1 : 0, contact.minutes,
       contact.basis, contact.next_on, contact.officer, transaction.now(), blob_of(note)});
  return id;
}

bool is_reached_out_to(Reader& reader, CaseRow about) {
  return reader.integer("SELECT 1 FROM outreach WHERE case_id = ? AND ended_at IS NULL", {about})
      .has_value();
}

std::optional<StoredOutreach> find_outreach(Reader& reader, const OutreachId& id) {
  auto found = outreach_in(reader.query(TSUNAGU_OUTREACH "WHERE uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredOutreach> list_outreach(Reader& reader, std::size_t at_most) {
  return outreach_in(
      reader.query(TSUNAGU_OUTREACH "ORDER BY ended_at IS NOT NULL, id DESC LIMIT ?", {at_most}));
}

std::vector<StoredOutreach> due_outreach(Reader& reader, std::string_view day,
                                         std::size_t at_most) {
  return outreach_in(reader.query(
      "WITH last AS (SELECT outreach, max(id) AS contact FROM outreach_contacts GROUP BY outreach) "
      "SELECT o.id, o.uuid, o.case_id, o.why, o.basis, o.officer, o.opened_at, o.outcome, "
      "o.ended_at FROM outreach o JOIN last ON last.outreach = o.id JOIN outreach_contacts c "
      "ON c.id = last.contact WHERE o.ended_at IS NULL AND c.next_on != '' AND c.next_on <= ? "
      "ORDER BY c.next_on, o.id LIMIT ?",
      {day, at_most}));
}

std::vector<StoredContact> contacts_of(Reader& reader, OutreachRow row) {
  Cursor rows = reader.query(
      "SELECT uuid, day, step, reached, minutes, basis, next_on, officer, note "
      "FROM outreach_contacts WHERE outreach = ? ORDER BY id",
      {row});
  std::vector<StoredContact> all;
  while (rows.next()) {
    all.push_back({rows.id<ContactId>(0), std::string(rows.text(1)), std::string(rows.text(2)),
                   rows.integer(3) != 0, rows.integer(4), std::string(rows.text(5)),
                   std::string(rows.text(6)), std::string(rows.text(7)),
                   reader.open(contact_table, rows.bytes<16>(0), rows.blob(8))});
  }
  return all;
}

}  // namespace hub::store
