#include "hub/store/erasable.hpp"

#include <algorithm>
#include <set>

#include "hub/audit/numbers.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/store/audit_erasure.hpp"

namespace hub::store {
namespace {

using Rows = std::vector<std::int64_t>;

// A removed record names nobody any more, so a hold keeps everything of the feeds that its person
// is known by.
#define TSUNAGU_NOT_HELD(feed)                                                               \
  " AND NOT EXISTS (SELECT 1 FROM legal_holds h JOIN person_links l ON l.person = h.person " \
  "JOIN records k ON k.id = l.record WHERE h.lifted_at IS NULL AND k.feed = " feed ") "
#define TSUNAGU_HELD_PERSON(person) \
  "EXISTS (SELECT 1 FROM legal_holds h WHERE h.lifted_at IS NULL AND h.person = " person ")"
#define TSUNAGU_ASKING_PERSON(person) \
  "EXISTS (SELECT 1 FROM person_requests q WHERE q.answered_at IS NULL AND q.person = " person ")"

Rows rows_of(Cursor cursor) {
  Rows rows;
  while (cursor.next())
    rows.push_back(cursor.integer(0));
  std::sort(rows.begin(), rows.end());
  return rows;
}

Rows removed_records(Reader& reader, base::UtcMillis before) {
  return rows_of(reader.query(
      "SELECT r.id FROM records r WHERE r.removed_at < ?" TSUNAGU_NOT_HELD("r.feed"), {before}));
}

Rows replaced_bodies(Reader& reader, base::UtcMillis before) {
  return rows_of(
      reader.query("SELECT y.id FROM record_history y JOIN records r ON r.id = y.record "
                   "WHERE y.changed_at < ?" TSUNAGU_NOT_HELD("r.feed"),
                   {before}));
}

Rows ended_protections(Reader& reader, base::UtcMillis before) {
  return rows_of(reader.query("SELECT id FROM protections WHERE ended_at < ?", {before}));
}

Rows delivered_bytes(Reader& reader, base::UtcMillis before) {
  return rows_of(
      reader.query("SELECT DISTINCT a.id FROM arrivals a JOIN arrival_chunks c ON c.arrival = a.id "
                   "WHERE a.finished_at < ?" TSUNAGU_NOT_HELD("a.feed"),
                   {before}));
}

/// One whose bytes are gone is as long as the seal of nothing.
Rows webhooks(Reader& reader, base::UtcMillis before) {
  const auto nothing = reader.keys().sealer().seal({"inbox", {}}, "").size();
  return rows_of(reader.query(
      "SELECT id FROM inbox WHERE state <> 0 AND at < ? AND length(body) > ?", {before, nothing}));
}

/// One that is held or asked about by anybody in it stays whole.
Rows closed_cases(Reader& reader, base::UtcMillis before) {
  return rows_of(reader.query(
      "SELECT c.id FROM cases c WHERE c.closed_at < ? AND NOT EXISTS (SELECT 1 FROM case_persons p "
      "WHERE p.case_id = c.id AND (" TSUNAGU_HELD_PERSON("p.person") " OR " TSUNAGU_ASKING_PERSON(
          "p.person") "))",
      {before}));
}

bool all_among(Cursor cursor, const Rows& gone) {
  while (cursor.next()) {
    if (cursor.is_null(0) || !std::binary_search(gone.begin(), gone.end(), cursor.integer(0)))
      return false;
  }
  return true;
}

void add_persons(Reader& reader, base::UtcMillis before, ErasureList& list) {
  Cursor persons = reader.query(
      "SELECT p.id, p.uuid FROM persons p WHERE p.created_at < ? AND NOT " TSUNAGU_HELD_PERSON(
          "p.id") " AND NOT " TSUNAGU_ASKING_PERSON("p.id") " ORDER BY p.id",
      {before});
  while (persons.next()) {
    const auto person = persons.integer(0);
    const bool alone =
        all_among(reader.query("SELECT record FROM person_links WHERE person = ?", {person}),
                  list.of(Erasable::records)) &&
        all_among(reader.query("SELECT case_id FROM case_persons WHERE person = ?", {person}),
                  list.of(Erasable::cases)) &&
        all_among(reader.query("SELECT case_id FROM referrals WHERE person = ?", {person}),
                  list.of(Erasable::cases)) &&
        !reader.integer("SELECT 1 FROM matches WHERE person = ? AND status < 4", {person});
    if (!alone) continue;
    list.rows[static_cast<std::size_t>(Erasable::persons)].push_back(person);
    list.persons.push_back(persons.id<base::PersonId>(1));
  }
}

/// Rows about who is held stay: the ranges are cut around them.
std::vector<audit::Range> audit_rows(Reader& reader, base::UtcMillis before) {
  std::set<std::int64_t> held;
  Cursor rows = reader.query(
      "SELECT s.seq FROM audit_subjects s JOIN persons p ON p.uuid = s.person "
      "JOIN legal_holds h ON h.person = p.id WHERE h.lifted_at IS NULL");
  while (rows.next())
    held.insert(rows.integer(0));
  std::vector<audit::Range> kept;
  for (auto range : erasable_before(reader, before)) {
    for (auto at = held.lower_bound(range.first); at != held.end() && *at <= range.last; ++at) {
      if (range.first < *at) kept.push_back({range.first, *at - 1});
      range.first = *at + 1;
    }
    if (range.first <= range.last) kept.push_back(range);
  }
  return kept;
}

}  // namespace

bool ErasureList::empty() const {
  return audit_rows.empty() &&
         std::all_of(rows.begin(), rows.end(), [](const Rows& some) { return some.empty(); });
}

std::int64_t ErasureList::audit_count() const {
  std::int64_t count = 0;
  for (const auto& range : audit_rows)
    count += range.last - range.first + 1;
  return count;
}

crypto::Digest ErasureList::digest() const {
  std::string bytes;
  const auto put = [&bytes](std::int64_t number) { audit::put_number(bytes, number); };
  for (const auto& some : rows) {
    put(static_cast<std::int64_t>(some.size()));
    std::for_each(some.begin(), some.end(), put);
  }
  for (const auto& range : audit_rows) {
    put(range.first);
    put(range.last);
  }
  return crypto::sha256(crypto::bytes_of(bytes));
}

ErasureList erasable(Reader& reader, const Cutoffs& cutoffs) {
  ErasureList list;
  const auto set = [&list](Erasable kind, Rows rows) {
    list.rows[static_cast<std::size_t>(kind)] = std::move(rows);
  };
  set(Erasable::records, removed_records(reader, cutoffs.removed_records));
  set(Erasable::replaced_bodies, replaced_bodies(reader, cutoffs.replaced_bodies));
  set(Erasable::protections, ended_protections(reader, cutoffs.removed_records));
  set(Erasable::delivered_bytes, delivered_bytes(reader, cutoffs.delivered_bytes));
  set(Erasable::webhooks, webhooks(reader, cutoffs.webhooks));
  set(Erasable::cases, closed_cases(reader, cutoffs.closed_cases));
  add_persons(reader, cutoffs.closed_cases, list);
  list.audit_rows = audit_rows(reader, cutoffs.audit);
  return list;
}

}  // namespace hub::store
