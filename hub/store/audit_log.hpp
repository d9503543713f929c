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
};

/// From `after` on, in order.
std::vector<LoggedEntry> list_entries(Reader& reader, std::int64_t after, std::size_t at_most);
/// Who did what with this person's data, in order.
std::vector<LoggedEntry> entries_about(Reader& reader, const base::PersonId& person,
                                       std::size_t at_most);

struct AuditReport {
  std::int64_t rows = 0;
  std::int64_t checkpoints = 0;
  audit::Head head;
  std::optional<audit::Break> broken;  ///< the first thing that does not fit
};

/// Walks the whole chain. `outside`: checkpoints that were kept elsewhere; they show a database
/// that was put back to an older state.
AuditReport verify_audit(Reader& reader, const std::vector<audit::Checkpoint>& outside = {});
/// The newest signed checkpoint, to be kept elsewhere.
std::optional<audit::Checkpoint> last_checkpoint(Reader& reader);

}  // namespace hub::store
