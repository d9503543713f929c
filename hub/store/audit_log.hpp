// Reading and verifying the audit log. It is written only by `Transaction::audit`.
#pragma once

#include <vector>

#include "hub/audit/chain.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

struct LoggedEntry {
  std::int64_t seq = 0;
  base::UtcMillis at{};
  audit::Entry entry;
  bool erased = false;  ///< the entry's time was over: there is only the row
};

/// From `after` on, in order.
std::vector<LoggedEntry> list_entries(Reader& reader, std::int64_t after, std::size_t at_most);
/// Who did what with this person's data, in order.
std::vector<LoggedEntry> entries_about(Reader& reader, const base::PersonId& person,
                                       std::size_t at_most);
/// The newest row; zero and zeros of an empty log.
audit::Head audit_head(Reader& reader);

/// What the signer is known by, and checkpoints that were kept outside of the database: they show
/// one that was put back to an older state.
struct AuditWitness {
  std::optional<audit::VerifierKey> key;
  std::vector<std::string> notes;
};

struct AuditReport {
  std::int64_t rows = 0;
  std::int64_t checkpoints = 0;  ///< that the signer's key signed and that fit
  std::int64_t signed_rows = 0;  ///< up to the newest of them
  audit::Head head;
  std::optional<audit::Break> broken;  ///< the first thing that does not fit
};

/// Walks the whole chain, its contents and its checkpoints. Without the signer's key the
/// checkpoints are not looked at.
AuditReport verify_audit(Reader& reader, const AuditWitness& witness = {});

}  // namespace hub::store
