#include "hub/store/harm_findings.hpp"

namespace hub::store {
namespace {

constexpr std::string_view findings = "harm_findings";
constexpr std::string_view ends = "harm_ends";

#define TSUNAGU_HARM                                                               \
  "SELECT f.id, f.uuid, f.person, f.recipient, f.officer, f.found_at, e.officer, " \
  "e.ended_at FROM harm_findings f LEFT JOIN harm_ends e ON e.finding = f.id "

std::vector<HarmFinding> all_of(Cursor rows) {
  std::vector<HarmFinding> all;
  while (rows.next()) {
    all.push_back({.row = rows.row<HarmRow>(0),
                   .id = rows.id<HarmId>(1),
                   .person = rows.row<PersonRow>(2),
                   .recipient = std::string(rows.text(3)),
                   .officer = std::string(rows.text(4)),
                   .found_at = rows.time(5),
                   .ended_by = std::string(rows.text(6)),
                   .ended_at = rows.time_or_null(7)});
  }
  return all;
}

}  // namespace

HarmId add_harm(Transaction& transaction, const NewHarm& harm) {
  const auto id = transaction.new_id<HarmId>();
  const std::string reason = transaction.seal(findings, id.bytes(), harm.reason);
  transaction.execute(
      "INSERT INTO harm_findings (uuid, person, recipient, officer, found_at, reason, items) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, harm.person, harm.recipient, harm.officer, transaction.now(), blob_of(reason),
       harm.items.bits()});
  return id;
}

bool end_harm(Transaction& transaction, const HarmFinding& harm, std::string_view officer,
              std::string_view reason) {
  const std::string sealed = transaction.seal(ends, harm.id.bytes(), reason);
  return transaction.execute(
             "INSERT OR IGNORE INTO harm_ends (finding, officer, ended_at, reason) "
             "VALUES (?, ?, ?, ?)",
             {harm.row, officer, transaction.now(), blob_of(sealed)}) != 0;
}

std::optional<HarmFinding> find_harm(Reader& reader, const HarmId& id) {
  auto found = all_of(reader.query(TSUNAGU_HARM "WHERE f.uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<HarmFinding> harms_of(Reader& reader, PersonRow person) {
  return all_of(reader.query(TSUNAGU_HARM "WHERE f.person = ? ORDER BY f.id", {person}));
}

std::vector<HarmFinding> standing_harms(Reader& reader) {
  return all_of(reader.query(TSUNAGU_HARM "WHERE e.finding IS NULL ORDER BY f.id"));
}

domain::Labels harmful_items(Reader& reader, PersonRow person, std::string_view recipient) {
  Cursor rows = reader.query(
      "SELECT f.items FROM harm_findings f WHERE f.person = ?1 AND (f.recipient = '' OR "
      "f.recipient = ?2) AND NOT EXISTS (SELECT 1 FROM harm_ends WHERE finding = f.id)",
      {person, recipient});
  domain::Labels all;
  while (rows.next()) {
    const auto items = domain::Labels::from_bits(static_cast<std::uint16_t>(rows.integer(0)));
    all = all.with(items.empty() ? domain::Labels::everything() : items);
  }
  return all;
}

}  // namespace hub::store
