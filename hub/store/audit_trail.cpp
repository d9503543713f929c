#include "hub/store/audit_trail.hpp"

#include <algorithm>

namespace hub::store {
namespace {

audit::Head stored_head(Connection& connection) {
  Cursor cursor =
      connection.query("SELECT seq, chain FROM audit_log ORDER BY seq DESC LIMIT 1", {});
  if (!cursor.next()) return {};
  return {cursor.integer(0), cursor.bytes<32>(1)};
}

}  // namespace

AuditTrail::AuditTrail(Connection& connection, const crypto::Keys& keys, base::Random& random)
    : connection_(connection),
      keys_(keys),
      random_(random),
      chain_(stored_head(connection), keys.tokens(crypto::Purpose::audit)),
      stored_seq_(chain_.head().seq) {}

std::int64_t AuditTrail::append(const audit::Entry& entry, base::UtcMillis at) {
  const std::string canonical = audit::to_canonical(entry);
  const audit::Contents contents{audit::fresh_salt(random_), canonical};
  const std::string body = audit::committed(contents);
  const audit::Row row = chain_.append(base::millis_of(at), body);
  connection_.execute("INSERT INTO audit_log (seq, at, entry, chain, mac) VALUES (?, ?, ?, ?, ?)",
                      {row.seq, at, blob_of(body), row.chain, row.mac});
  connection_.execute("INSERT INTO audit_contents (seq, salt, contents) VALUES (?, ?, ?)",
                      {row.seq, contents.salt, blob_of(canonical)});
  for (const base::PersonId& person : entry.persons)
    connection_.execute("INSERT OR IGNORE INTO audit_subjects (person, seq) VALUES (?, ?)",
                        {person, row.seq});
  return row.seq;
}

void AuditTrail::close_batch() {
  const audit::Head& head = chain_.head();
  if (head.seq == stored_seq_) return;
  connection_.execute(
      "INSERT OR REPLACE INTO audit_head (id, seq, chain, mac) VALUES (1, ?, ?, ?)",
      {head.seq, head.chain, audit::mac_of(head, keys_.tokens(crypto::Purpose::audit))});
  stored_seq_ = head.seq;
}

void AuditTrail::go_back_to(const audit::Head& head) {
  chain_.go_back_to(head);
  stored_seq_ = std::min(stored_seq_, head.seq);
}

}  // namespace hub::store
