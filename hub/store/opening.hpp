// What is checked before a database is used. Only inside hub/store.
#pragma once

#include "hub/base/result.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/store/connection.hpp"

namespace hub::store {

inline constexpr const char* database_name = "tsunagu.db";

/// Migrates; a new database takes the key's id, an old one is refused under another key.
base::Result<> prepare(Connection& connection, const crypto::Keys& keys);
/// Whether the last process ended without putting its log away: then the file is checked first.
bool ended_badly(const std::filesystem::path& folder);

/// SQLite's own check of the whole file; reads all of it.
base::Result<> check_integrity(Connection& connection);
/// Whether it was written with this key.
base::Result<> check_key(Connection& connection, const crypto::Keys& keys);

}  // namespace hub::store
