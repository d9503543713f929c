// Backup by the owning process, verified by opening it; restore into an empty folder (SAFETY 9). A
// backup holds sealed fields only: it is worth nothing without the key file, which is kept apart.
#pragma once

#include <filesystem>

#include "hub/store/audit_log.hpp"
#include "hub/store/database.hpp"

namespace hub::store {

/// Writes a consistent copy to `file` (which must not exist), then opens it and checks integrity,
/// schema, key and audit chain. Runs on a reading connection; writing goes on.
base::Result<AuditReport> back_up(Database& database, const std::filesystem::path& file);

/// Checks a backup as above and makes it the store of an absent or empty folder.
base::Result<AuditReport> restore(const std::filesystem::path& file,
                                  const std::filesystem::path& folder, const crypto::Keys& keys);

}  // namespace hub::store
