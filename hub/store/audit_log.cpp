#include "hub/store/audit_log.hpp"

#include <algorithm>

namespace hub::store {
namespace {

LoggedEntry entry_from(const Cursor& row) {
  auto entry = audit::from_canonical(row.blob(2));
  if (!entry) throw CorruptRow("audit row " + std::to_string(row.integer(0)) + " is not an entry");
  return {row.integer(0), row.time(1), std::move(*entry)};
}

std::vector<LoggedEntry> all_of(Cursor rows) {
  std::vector<LoggedEntry> entries;
  while (rows.next())
    entries.push_back(entry_from(rows));
  return entries;
}

audit::Checkpoint checkpoint_from(const Cursor& row) {
  return {{row.integer(0), row.bytes<32>(2)}, row.integer(1), row.bytes<64>(3)};
}

// Stored ones and those kept outside, in order of the rows they name.
std::vector<audit::Checkpoint> all_checkpoints(Reader& reader,
                                               const std::vector<audit::Checkpoint>& outside) {
  std::vector<audit::Checkpoint> all = outside;
  Cursor rows = reader.query("SELECT seq, at, chain, signature FROM audit_checkpoints");
  while (rows.next())
    all.push_back(checkpoint_from(rows));
  std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    return left.head.seq < right.head.seq;
  });
  return all;
}

void see_head(Reader& reader, audit::Verifier& verifier) {
  Cursor rows = reader.query("SELECT seq, chain, mac FROM audit_head");
  if (rows.next())
    verifier.finish({rows.integer(0), rows.bytes<32>(1)}, rows.bytes<16>(2));
  else if (verifier.head().seq != 0)
    verifier.finish({}, {});
}

}  // namespace

std::vector<LoggedEntry> list_entries(Reader& reader, std::int64_t after, std::size_t at_most) {
  return all_of(reader.query(
      "SELECT seq, at, entry FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?", {after, at_most}));
}

std::vector<LoggedEntry> entries_about(Reader& reader, const base::PersonId& person,
                                       std::size_t at_most) {
  return all_of(reader.query(
      "SELECT l.seq, l.at, l.entry FROM audit_subjects s JOIN audit_log l ON l.seq = s.seq "
      "WHERE s.person = ? ORDER BY s.seq LIMIT ?",
      {person, at_most}));
}

AuditReport verify_audit(Reader& reader, const std::vector<audit::Checkpoint>& outside) {
  audit::Verifier verifier(reader.keys().tokens(crypto::Purpose::audit));
  const crypto::PublicKey& signer = reader.keys().signer().public_key();
  const std::vector<audit::Checkpoint> checkpoints = all_checkpoints(reader, outside);
  auto checkpoint = checkpoints.begin();
  Cursor rows = reader.query("SELECT seq, at, entry, chain, mac FROM audit_log ORDER BY seq");
  while (!verifier.broken() && rows.next()) {
    verifier.see(
        {rows.integer(0), rows.integer(1), rows.blob(2), rows.bytes<32>(3), rows.bytes<16>(4)});
    for (; checkpoint != checkpoints.end() && checkpoint->head.seq <= verifier.head().seq;
         ++checkpoint)
      verifier.see(*checkpoint, signer);
  }
  see_head(reader, verifier);
  if (checkpoint != checkpoints.end()) verifier.see(*checkpoint, signer);
  return {verifier.head().seq, static_cast<std::int64_t>(checkpoints.size()), verifier.head(),
          verifier.broken()};
}

std::optional<audit::Checkpoint> last_checkpoint(Reader& reader) {
  Cursor rows = reader.query(
      "SELECT seq, at, chain, signature FROM audit_checkpoints ORDER BY seq DESC LIMIT 1");
  return rows.next() ? std::optional(checkpoint_from(rows)) : std::nullopt;
}

}  // namespace hub::store
