#include "tests/hub/store/fault_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace hub::store {
namespace {

std::atomic<bool> full{false};
std::atomic<bool> failing_sync{false};
std::atomic<bool> ignoring_syncs{false};
std::atomic<std::int64_t> synced_log{0};
std::atomic<int> sync_count{0};

// Ours in front, the real file behind it in the same allocation.
struct File {
  sqlite3_file base;
  bool is_log;
  std::int64_t length;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* ours(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  if (full) return SQLITE_FULL;
  sqlite3_file* const real = ours(file)->real();
  ours(file)->length = std::max<std::int64_t>(ours(file)->length, at + size);
  return real->pMethods->xWrite(real, data, size, at);
}

int sync(sqlite3_file* file, int flags) {
  if (failing_sync) return SQLITE_IOERR_FSYNC;
  if (ignoring_syncs) return SQLITE_OK;
  ++sync_count;
  sqlite3_file* const real = ours(file)->real();
  if (ours(file)->is_log) synced_log = ours(file)->length;
  return real->pMethods->xSync(real, flags);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  sqlite3_file* const real = ours(file)->real();
  ours(file)->length = size;
  return real->pMethods->xTruncate(real, size);
}

// The other calls go through as they are.
template <auto Member, class... Args>
auto pass(sqlite3_file* file, Args... args) {
  sqlite3_file* const real = ours(file)->real();
  return (real->pMethods->*Member)(real, args...);
}

const sqlite3_io_methods methods = {
    3,
    pass<&sqlite3_io_methods::xClose>,
    pass<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    write,
    truncate,
    sync,
    pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    pass<&sqlite3_io_methods::xLock, int>,
    pass<&sqlite3_io_methods::xUnlock, int>,
    pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    pass<&sqlite3_io_methods::xFileControl, int, void*>,
    pass<&sqlite3_io_methods::xSectorSize>,
    pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    pass<&sqlite3_io_methods::xShmBarrier>,
    pass<&sqlite3_io_methods::xShmUnmap, int>,
    pass<&sqlite3_io_methods::xFetch, sqlite3_int64, int, void**>,
    pass<&sqlite3_io_methods::xUnfetch, sqlite3_int64, void*>,
};

sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs fault_vfs;

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  std::memset(file, 0, sizeof(File));
  ours(file)->is_log = (flags & SQLITE_OPEN_WAL) != 0;
  const int status = real_vfs->xOpen(real_vfs, name, ours(file)->real(), flags, out_flags);
  if (ours(file)->real()->pMethods != nullptr) file->pMethods = &methods;
  return status;
}

}  // namespace

FaultVfs::FaultVfs() {
  full = failing_sync = ignoring_syncs = false;
  synced_log = 0;
  sync_count = 0;
  real_vfs = sqlite3_vfs_find("unix");
  fault_vfs = *real_vfs;
  fault_vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  fault_vfs.zName = "tsunagu-fault";
  fault_vfs.xOpen = open_file;
  sqlite3_vfs_register(&fault_vfs, 1);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&fault_vfs);
  sqlite3_vfs_register(real_vfs, 1);
}

void FaultVfs::disk_is_full(bool is_full) {
  full = is_full;
}

void FaultVfs::sync_fails(bool fails) {
  failing_sync = fails;
}

void FaultVfs::ignore_syncs(bool ignore) {
  ignoring_syncs = ignore;
}

std::int64_t FaultVfs::synced_log_bytes() const {
  return synced_log;
}

int FaultVfs::syncs() const {
  return sync_count;
}

}  // namespace hub::store
