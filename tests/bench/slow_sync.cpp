// A disk of another speed, put before a program with LD_PRELOAD: each sync takes TSUNAGU_SYNC_US
// microseconds longer. The machines that measure have disks that sync in 0.1 ms; a municipality's
// take 2 to 8.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>

namespace {

int after_a_pause(long sync, int fd) {
  static const char* const pause = std::getenv("TSUNAGU_SYNC_US");
  if (pause != nullptr) ::usleep(static_cast<useconds_t>(std::strtoul(pause, nullptr, 10)));
  return static_cast<int>(::syscall(sync, fd));
}

}  // namespace

extern "C" int fsync(int fd) {
  return after_a_pause(SYS_fsync, fd);
}

extern "C" int fdatasync(int fd) {
  return after_a_pause(SYS_fdatasync, fd);
}
