#include "hub/store/matches.hpp"

#include "hub/crypto/bytes.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "matches";
constexpr std::string_view events = "match_events";

using EventId = base::Id<struct MatchEventTag>;

#define TSUNAGU_MATCH                                                                     \
  "SELECT m.id, m.uuid, m.person, m.resource, m.rules, m.status, m.made_at, m.made_by, "  \
  "m.person_due, m.receiver_due, m.body, p.uuid FROM matches m JOIN persons p ON p.id = " \
  "m.person "

/// What the person needs and says, as far as the officer wrote it down.
domain::Sealed<std::string> statement_of(const crypto::Opened& opened,
                                         const base::PersonId& person) {
  return {std::string(opened.look_inside()), person, SourceId{},
          domain::Labels(domain::Item::statement)};
}

std::vector<Match> all_of(Reader& reader, Cursor rows) {
  std::vector<Match> all;
  while (rows.next())
    all.push_back({.row = rows.row<MatchRow>(0),
                   .id = rows.id<MatchId>(1),
                   .person = rows.row<PersonRow>(2),
                   .person_id = rows.id<base::PersonId>(11),
                   .resource = rows.id<ResourceId>(3),
                   .rules = rows.integer(4),
                   .status = static_cast<domain::MatchStatus>(rows.integer(5)),
                   .made_at = rows.time(6),
                   .made_by = std::string(rows.text(7)),
                   .person_due = std::string(rows.text(8)),
                   .receiver_due = std::string(rows.text(9)),
                   .body = statement_of(reader.open(table, rows.bytes<16>(1), rows.blob(10)),
                                        rows.id<base::PersonId>(11))});
  return all;
}

std::int64_t keep_rules(Transaction& transaction, const std::string& text) {
  const auto digest = crypto::sha256(crypto::bytes_of(text));
  transaction.execute("INSERT OR IGNORE INTO match_rules (digest, text) VALUES (?, ?)",
                      {digest, text});
  return *transaction.integer("SELECT id FROM match_rules WHERE digest = ?", {digest});
}

void add_event(Transaction& transaction, MatchRow match, const MatchStep& step,
               std::string_view actor) {
  const auto id = transaction.new_id<EventId>();
  const auto body = transaction.seal(events, id.bytes(), step.body);
  transaction.execute(
      "INSERT INTO match_events (uuid, match, at, actor, status, side, body) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, match, transaction.now(), actor, static_cast<int>(step.status), step.side,
       blob_of(body)});
}

}  // namespace

std::optional<MatchId> add_match(Transaction& transaction, const NewMatch& match) {
  const auto open =
      transaction.integer("SELECT 1 FROM matches WHERE person = ? AND resource = ? AND status < 4",
                          {match.person, match.resource});
  if (open) return std::nullopt;
  const auto id = transaction.new_id<MatchId>();
  const auto body = transaction.seal(table, id.bytes(), match.body);
  const auto rules = keep_rules(transaction, match.rules);
  const auto row = transaction.insert<MatchRow>(
      "INSERT INTO matches (uuid, person, resource, rules, status, made_at, made_by, changed_at, "
      "person_due, receiver_due, body) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?5, ?7, ?7, ?8)",
      {id, match.person, match.resource, rules, transaction.now(), match.by, match.due,
       blob_of(body)});
  add_event(transaction, row, {}, match.by);
  return id;
}

std::optional<Match> find_match(Reader& reader, const MatchId& id) {
  auto found = all_of(reader, reader.query(TSUNAGU_MATCH "WHERE m.uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Match> list_matches(Reader& reader, std::string_view due_until, std::size_t at_most) {
  if (due_until.empty())
    return all_of(reader, reader.query(TSUNAGU_MATCH "ORDER BY m.id DESC LIMIT ?", {at_most}));
  return all_of(reader,
                reader.query(TSUNAGU_MATCH "WHERE (m.person_due <> '' AND m.person_due <= ?1) "
                                           "OR (m.receiver_due <> '' AND m.receiver_due <= ?1) "
                                           "ORDER BY m.id DESC LIMIT ?2",
                             {due_until, at_most}));
}

bool has_matches(Reader& reader, PersonRow person) {
  return reader.integer("SELECT 1 FROM matches WHERE person = ? LIMIT 1", {person}).has_value();
}

std::vector<MatchEvent> events_of(Reader& reader, const Match& match) {
  Cursor rows = reader.query(
      "SELECT at, actor, status, side, uuid, body FROM match_events WHERE match = ? ORDER BY id",
      {match.row});
  std::vector<MatchEvent> all;
  while (rows.next())
    all.push_back({.at = rows.time(0),
                   .actor = std::string(rows.text(1)),
                   .status = static_cast<domain::MatchStatus>(rows.integer(2)),
                   .side = std::string(rows.text(3)),
                   .body = statement_of(reader.open(events, rows.bytes<16>(4), rows.blob(5)),
                                        match.person_id)});
  return all;
}

std::string rules_of(Reader& reader, const Match& match) {
  Cursor rows = reader.query("SELECT text FROM match_rules WHERE id = ?", {match.rules});
  return rows.next() ? std::string(rows.text(0)) : std::string();
}

void add_step(Transaction& transaction, const Match& match, const MatchStep& step,
              std::string_view actor) {
  transaction.execute(
      "UPDATE matches SET status = ?, changed_at = ?, person_due = ?, receiver_due = ? "
      "WHERE id = ?",
      {static_cast<int>(step.status), transaction.now(), step.person_due, step.receiver_due,
       match.row});
  add_event(transaction, match.row, step, actor);
}

bool note_shortage(Transaction& transaction, PersonRow person, std::string_view kind,
                   std::string_view area, std::string_view by) {
  return transaction.execute(
             "INSERT OR IGNORE INTO shortages (kind, area, person, noted_at, noted_by) "
             "VALUES (?, ?, ?, ?, ?)",
             {kind, area, person, transaction.now(), by}) != 0;
}

void meet_shortage(Transaction& transaction, PersonRow person, std::string_view kind) {
  transaction.execute(
      "UPDATE shortages SET met_at = ? WHERE person = ? AND kind = ? AND met_at IS NULL",
      {transaction.now(), person, kind});
}

std::vector<Shortage> list_shortages(Reader& reader) {
  Cursor rows = reader.query(
      "SELECT kind, area, count(*), min(noted_at) FROM shortages WHERE met_at IS NULL "
      "GROUP BY kind, area ORDER BY count(*) DESC, kind, area");
  std::vector<Shortage> all;
  while (rows.next())
    all.push_back({.kind = std::string(rows.text(0)),
                   .area = std::string(rows.text(1)),
                   .persons = rows.integer(2),
                   .first = rows.time(3)});
  return all;
}

}  // namespace hub::store
