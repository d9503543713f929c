// `tsunagu-hub --restore FILE --into FOLDER --key FILE`: a backup becomes the store of an empty
// folder. No daemon may run on that folder.
#pragma once

#include <filesystem>
#include <ostream>

#include "hub/base/result.hpp"

namespace hub::daemon {

struct RestoreWish {
  std::filesystem::path backup;
  std::filesystem::path folder;
  std::filesystem::path key;  ///< the master secrets that the backup was written with
};

/// Checks the backup (integrity, schema, key, audit chain) and says what it holds.
base::Result<> restore_backup(const RestoreWish& wish, std::ostream& out);

}  // namespace hub::daemon
