#include "hub/store/audit_trail.hpp"

#include <algorithm>

namespace hub::store {
namespace {

constexpr std::int64_t rows_per_checkpoint = 1024;

audit::Head stored_head(Connection& connection) {
  Cursor cursor =
      connection.query("SELECT seq, chain FROM audit_log ORDER BY seq DESC LIMIT 1", {});
  if (!cursor.next()) return {};
  return {cursor.integer(0), cursor.bytes<32>(1)};
}

}  // namespace

AuditTrail::AuditTrail(Connection& connection, const crypto::Keys& keys)
    : connection_(connection),
      keys_(keys),
      chain_(stored_head(connection), keys.tokens(crypto::Purpose::audit)),
      stored_seq_(chain_.head().seq),
      signed_seq_(connection.integer("SELECT max(seq) FROM audit_checkpoints")) {}

std::int64_t AuditTrail::append(const audit::Entry& entry, base::UtcMillis at) {
  const std::string canonical = audit::to_canonical(entry);
  const audit::Row row = chain_.append(base::millis_of(at), canonical);
  connection_.execute("INSERT INTO audit_log (seq, at, entry, chain, mac) VALUES (?, ?, ?, ?, ?)",
                      {row.seq, at, blob_of(canonical), row.chain, row.mac});
  for (const base::PersonId& person : entry.persons)
    connection_.execute("INSERT OR IGNORE INTO audit_subjects (person, seq) VALUES (?, ?)",
                        {person, row.seq});
  return row.seq;
}

void AuditTrail::close_batch(base::UtcMillis at) {
  if (chain_.head().seq == stored_seq_) return;
  put_head();
  if (chain_.head().seq - signed_seq_ >= rows_per_checkpoint) put_checkpoint(at);
}

bool AuditTrail::sign_rest(base::UtcMillis at) {
  if (!has_unsigned()) return false;
  put_checkpoint(at);
  return true;
}

void AuditTrail::go_back_to(const Mark& mark) {
  chain_.go_back_to(mark.head);
  signed_seq_ = mark.signed_seq;
  stored_seq_ = std::min(stored_seq_, mark.head.seq);
}

void AuditTrail::put_head() {
  const audit::Head& head = chain_.head();
  connection_.execute(
      "INSERT OR REPLACE INTO audit_head (id, seq, chain, mac) VALUES (1, ?, ?, ?)",
      {head.seq, head.chain, audit::mac_of(head, keys_.tokens(crypto::Purpose::audit))});
  stored_seq_ = head.seq;
}

void AuditTrail::put_checkpoint(base::UtcMillis at) {
  const audit::Checkpoint made = audit::sign(chain_.head(), base::millis_of(at), keys_.signer());
  connection_.execute(
      "INSERT INTO audit_checkpoints (seq, at, chain, signature) VALUES (?, ?, ?, ?)",
      {made.head.seq, at, made.head.chain, made.signature});
  signed_seq_ = made.head.seq;
}

}  // namespace hub::store
