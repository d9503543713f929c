// `tsunagu-hub --restore FILE --into FOLDER --key FILE`: a backup becomes the store of a new data
// folder. No daemon may run on that folder.
#pragma once

#include <filesystem>
#include <ostream>

#include "hub/base/result.hpp"

namespace hub::daemon {

/// Where the daemon keeps its database: `store` in its data folder.
std::filesystem::path store_of(const std::filesystem::path& data);

struct RestoreWish {
  std::filesystem::path backup;
  std::filesystem::path folder;  ///< what `data` in hub.yaml is to name; empty or not there yet
  std::filesystem::path key;     ///< the master secrets that the backup was written with
};

/// Checks the backup (integrity, schema, key, audit chain, the checkpoint beside it) and says what
/// it holds, and which adapters read its sources: those that the backup does not carry have to be
/// installed, and no other version starts in their place.
base::Result<> restore_backup(const RestoreWish& wish, std::ostream& out);

}  // namespace hub::daemon
