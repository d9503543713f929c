#include "hub/store/link_words.hpp"

#include <algorithm>

namespace hub::store {
namespace {

std::vector<LinkWord> all_of(Cursor rows) {
  std::vector<LinkWord> words;
  while (rows.next()) {
    words.push_back({.id = rows.id<LinkWordId>(0),
                     .same = rows.integer(1) != 0,
                     .one = rows.row<RecordRow>(2),
                     .other = rows.row<RecordRow>(3),
                     .decided_at = rows.time(4),
                     .decided_by = std::string(rows.text(5)),
                     .undone_at = rows.time_or_null(6),
                     .undone_by = std::string(rows.text(7))});
  }
  return words;
}

std::vector<RecordRow> records_of(Cursor rows) {
  std::vector<RecordRow> records;
  while (rows.next())
    records.push_back(rows.row<RecordRow>(0));
  return records;
}

LinkWordId id_of(Transaction& transaction, const std::optional<LinkWordId>& word) {
  return word ? *word : transaction.new_id<LinkWordId>();
}

}  // namespace

void split_records(Transaction& transaction, RecordRow one, RecordRow other, std::string_view by,
                   std::string_view reason, std::optional<LinkWordId> word) {
  transaction.execute(
      "INSERT OR IGNORE INTO person_splits (one, other, decided_at, decided_by, reason, word) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {std::min(one, other), std::max(one, other), transaction.now(), by, reason,
       id_of(transaction, word)});
}

bool are_split(Reader& reader, RecordRow one, RecordRow other) {
  return reader
      .integer("SELECT 1 FROM person_splits WHERE one = ? AND other = ? AND undone_at IS NULL",
               {std::min(one, other), std::max(one, other)})
      .has_value();
}

std::vector<RecordRow> split_from(Reader& reader, RecordRow record) {
  return records_of(
      reader.query("SELECT other FROM person_splits WHERE one = ?1 AND undone_at IS NULL UNION ALL "
                   "SELECT one FROM person_splits WHERE other = ?1 AND undone_at IS NULL",
                   {record}));
}

void join_records(Transaction& transaction, RecordRow one, RecordRow other, std::string_view by,
                  std::optional<LinkWordId> word) {
  transaction.execute(
      "INSERT OR IGNORE INTO person_joins (one, other, decided_at, decided_by, word) "
      "VALUES (?, ?, ?, ?, ?)",
      {std::min(one, other), std::max(one, other), transaction.now(), by,
       id_of(transaction, word)});
}

std::vector<RecordRow> joined_to(Reader& reader, RecordRow record) {
  return records_of(
      reader.query("SELECT other FROM person_joins WHERE one = ?1 AND undone_at IS NULL UNION ALL "
                   "SELECT one FROM person_joins WHERE other = ?1 AND undone_at IS NULL",
                   {record}));
}

std::vector<LinkWord> list_words(Reader& reader, std::size_t at_most) {
  return all_of(reader.query(
      "SELECT word, 1 AS same, min(one) AS one, min(other) AS other, min(decided_at) AS said, "
      "decided_by, max(undone_at) AS undone, max(coalesce(undone_by, '')) FROM person_joins "
      "GROUP BY word UNION ALL "
      "SELECT word, 0, min(one), min(other), min(decided_at), decided_by, max(undone_at), "
      "max(coalesce(undone_by, '')) FROM person_splits GROUP BY word "
      "ORDER BY said DESC, one LIMIT ?",
      {at_most}));
}

std::vector<LinkWord> words_about(Reader& reader, RecordRow one, RecordRow other) {
  return all_of(reader.query(
      "SELECT word, 1, one, other, decided_at, decided_by, undone_at, '' FROM person_joins "
      "WHERE one = ?1 AND other = ?2 AND undone_at IS NULL UNION ALL "
      "SELECT word, 0, one, other, decided_at, decided_by, undone_at, '' FROM person_splits "
      "WHERE one = ?1 AND other = ?2 AND undone_at IS NULL",
      {std::min(one, other), std::max(one, other)}));
}

std::vector<RecordRow> records_of_word(Reader& reader, const LinkWordId& id) {
  return records_of(
      reader.query("SELECT one FROM person_joins WHERE word = ?1 UNION "
                   "SELECT other FROM person_joins WHERE word = ?1 UNION "
                   "SELECT one FROM person_splits WHERE word = ?1 UNION "
                   "SELECT other FROM person_splits WHERE word = ?1 ORDER BY 1",
                   {id}));
}

bool take_back(Transaction& transaction, const LinkWordId& id, std::string_view by) {
  const auto now = transaction.now();
  const auto joins = transaction.execute(
      "UPDATE person_joins SET undone_at = ?, undone_by = ? WHERE word = ? AND undone_at IS NULL",
      {now, by, id});
  const auto splits = transaction.execute(
      "UPDATE person_splits SET undone_at = ?, undone_by = ? WHERE word = ? AND undone_at IS NULL",
      {now, by, id});
  return joins + splits > 0;
}

}  // namespace hub::store
