#include "sdk/host/guards.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <initializer_list>

#include "sdk/wire/messages.hpp"
#include "sdk/wire/sanitized.hpp"

namespace tsunagu::host {
namespace {

constexpr unsigned int first_other_descriptor = 4;
constexpr rlim_t open_files = 64;

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  return ::setrlimit(resource, &wanted) == 0;
}

}  // namespace

std::uint32_t close_other_descriptors() {
  return ::close_range(first_other_descriptor, ~0U, 0) == 0 ? wire::guard_descriptors : 0U;
}

std::uint32_t set_limits(const Limits& limits) {
  bool set = limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_NOFILE, open_files, open_files);
  if (limits.memory_bytes != 0 && !wire::sanitized) {
    set = limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes) && set;
  }
  // Soft only: the hub raises it for each piece of work, by what that may cost.
  if (limits.cpu_seconds != 0) {
    set = limit(RLIMIT_CPU, limits.cpu_seconds, RLIM_INFINITY) && set;
  }
  return set ? wire::guard_limits : 0U;
}

}  // namespace tsunagu::host
