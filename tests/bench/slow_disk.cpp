#include "tests/bench/slow_disk.hpp"

#include <sqlite3.h>

#include <thread>

namespace bench {
namespace {

std::chrono::microseconds pause_of_a_sync{0};
int (*plain_open)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*) = nullptr;
int (*plain_sync)(sqlite3_file*, int) = nullptr;
sqlite3_io_methods slow_methods{};
sqlite3_vfs slow_vfs{};

int sync_slowly(sqlite3_file* file, int flags) {
  std::this_thread::sleep_for(pause_of_a_sync);
  return plain_sync(file, flags);
}

/// The file stays SQLite's own in all but its sync.
int open_slow(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  const int code = plain_open(vfs, name, file, flags, out);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  slow_methods = *file->pMethods;
  plain_sync = slow_methods.xSync;
  slow_methods.xSync = sync_slowly;
  file->pMethods = &slow_methods;
  return code;
}

}  // namespace

void slow_syncs(std::chrono::microseconds pause) {
  if (pause.count() == 0) return;
  pause_of_a_sync = pause;
  slow_vfs = *sqlite3_vfs_find(nullptr);
  slow_vfs.zName = "slow";
  plain_open = slow_vfs.xOpen;
  slow_vfs.xOpen = open_slow;
  sqlite3_vfs_register(&slow_vfs, 1);
}

}  // namespace bench
