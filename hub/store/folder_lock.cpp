#include "hub/store/folder_lock.hpp"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace hub::store {
namespace {

using base::fail;
using base::Failure;
using base::Kind;
using base::Result;

// File systems of other machines, by their magic numbers (statfs(2)).
constexpr std::array<std::uint32_t, 9> remote{
    NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,  CODA_SUPER_MAGIC,      AFS_SUPER_MAGIC, V9FS_MAGIC,
    CEPH_SUPER_MAGIC, FUSE_SUPER_MAGIC, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */};

Failure refused(const std::filesystem::path& folder, const std::string& why) {
  return fail(Kind::invalid, "data folder " + folder.string() + ": " + why);
}

Result<> check(const std::filesystem::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return refused(folder, std::strerror(errno));
  if ((status.st_mode & 0022) != 0)
    return refused(folder, "others may write to it; run chmod go-w on it");
  struct statfs disk {};
  if (::statfs(folder.c_str(), &disk) != 0) return refused(folder, std::strerror(errno));
  const auto type = static_cast<std::uint32_t>(disk.f_type);
  if (std::find(remote.begin(), remote.end(), type) != remote.end())
    return refused(folder, "is not on a local disk; a network file system can lose what was saved");
  return {};
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (const Result<> ok = check(folder); !ok) return ok.error();
  FolderLock lock(
      ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (lock.descriptor_ < 0) return refused(folder, std::strerror(errno));
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0)
    return fail(Kind::conflict, "data folder " + folder.string() +
                                    " is in use by another process; stop that one first");
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace hub::store
