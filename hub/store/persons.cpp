#include "hub/store/persons.hpp"

#include "hub/store/token_index.hpp"

namespace hub::store {
namespace {

#define TSUNAGU_LINK                                                                             \
  "SELECT id, record, person, strength, rule, made_at, made_by, undone_at, coalesce(undone_by, " \
  "'') "                                                                                         \
  "FROM person_links "

Link link_from(const Cursor& row) {
  return {.row = row.row<LinkRow>(0),
          .record = row.row<RecordRow>(1),
          .person = row.row<PersonRow>(2),
          .strength = static_cast<Strength>(row.integer(3)),
          .rule = std::string(row.text(4)),
          .made_at = row.time(5),
          .made_by = std::string(row.text(6)),
          .undone_at = row.time_or_null(7),
          .undone_by = std::string(row.text(8))};
}

std::vector<Link> all_of(Cursor& rows) {
  std::vector<Link> links;
  while (rows.next())
    links.push_back(link_from(rows));
  return links;
}

std::optional<PersonRef> ref_of(Cursor& rows) {
  if (!rows.next()) return std::nullopt;
  return PersonRef{rows.row<PersonRow>(0), rows.id<base::PersonId>(1)};
}

}  // namespace

PersonRef create_person(Transaction& transaction) {
  const auto id = transaction.new_id<base::PersonId>();
  const auto row = transaction.insert<PersonRow>(
      "INSERT INTO persons (uuid, created_at) VALUES (?, ?)", {id, transaction.now()});
  return {row, id};
}

std::optional<PersonRef> find_person(Reader& reader, const base::PersonId& id) {
  Cursor rows = reader.query("SELECT id, uuid FROM persons WHERE uuid = ?", {id});
  return ref_of(rows);
}

std::optional<PersonRef> read_person(Reader& reader, PersonRow row) {
  Cursor rows = reader.query("SELECT id, uuid FROM persons WHERE id = ?", {row});
  return ref_of(rows);
}

LinkRow link_record(Transaction& transaction, RecordRow record, PersonRow person, Strength strength,
                    std::string_view rule, std::string_view by) {
  return transaction.insert<LinkRow>(
      "INSERT INTO person_links (record, person, strength, rule, made_at, made_by) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {record, person, static_cast<int>(strength), rule, transaction.now(), by});
}

bool unlink_record(Transaction& transaction, RecordRow record, std::string_view by) {
  return transaction.execute(
             "UPDATE person_links SET undone_at = ?, undone_by = ? "
             "WHERE record = ? AND undone_at IS NULL",
             {transaction.now(), by, record}) > 0;
}

std::optional<Link> link_of(Reader& reader, RecordRow record) {
  Cursor rows = reader.query(TSUNAGU_LINK "WHERE record = ? AND undone_at IS NULL", {record});
  return rows.next() ? std::optional(link_from(rows)) : std::nullopt;
}

std::vector<Link> links_of(Reader& reader, PersonRow person) {
  Cursor rows =
      reader.query(TSUNAGU_LINK "WHERE person = ? AND undone_at IS NULL ORDER BY id", {person});
  return all_of(rows);
}

std::vector<LinkedRecord> linked_records(Reader& reader, PersonRow person) {
  Cursor rows = reader.query(
      "SELECT l.id, l.record, l.person, l.strength, l.rule, l.made_at, l.made_by, l.undone_at, "
      "coalesce(l.undone_by, ''), r.tokens FROM person_links l JOIN records r ON r.id = l.record "
      "WHERE l.person = ? AND l.undone_at IS NULL ORDER BY l.id",
      {person});
  std::vector<LinkedRecord> linked;
  while (rows.next())
    linked.push_back({link_from(rows), unpacked(rows.blob(9))});
  return linked;
}

std::vector<PersonRow> persons_with(Reader& reader, crypto::Token token) {
  Cursor rows = reader.query(
      "SELECT l.person FROM tokens t "
      "JOIN person_links l ON l.record = t.record AND l.undone_at IS NULL WHERE t.token = ?",
      {token});
  std::vector<PersonRow> persons;
  while (rows.next())
    persons.push_back(rows.row<PersonRow>(0));
  std::sort(persons.begin(), persons.end());
  persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
  return persons;
}

std::vector<Link> link_history(Reader& reader, RecordRow record) {
  Cursor rows = reader.query(TSUNAGU_LINK "WHERE record = ? ORDER BY id", {record});
  return all_of(rows);
}

}  // namespace hub::store
