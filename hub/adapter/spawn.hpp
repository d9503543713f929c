// posix_spawn with nothing leaking into the child.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::adapter {

/// Starts `arguments[0]` with `socket` as descriptor 3, /dev/null as 0 to 2, all else closed, an
/// empty environment, default signals, and a process group of its own.
base::Result<pid_t> spawn(const std::vector<std::string>& arguments, int socket);

}  // namespace hub::adapter
