// The audit log as text that needs no database to be verified (hub/verify/exported.cpp reads it).
#pragma once

#include <filesystem>

#include "hub/store/database.hpp"

namespace hub::store {

/// Writes the whole log to `file` (which must not exist, and gets mode 0600); returns its rows.
base::Result<std::int64_t> export_audit(Database& database, const std::filesystem::path& file);

}  // namespace hub::store
