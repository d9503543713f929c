// One process owns a data folder: a second one is refused (SAFETY 9). Only inside hub/store.
#pragma once

#include <filesystem>

#include "hub/base/result.hpp"

namespace hub::store {

/// Held until destroyed, or until the process ends in whatever way.
class FolderLock {
 public:
  /// Creates the folder (0700) where it is missing. Refused: one that another process holds, one
  /// that others may write to, one that is not on a local disk (SQLite's log needs shared memory).
  static base::Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace hub::store
