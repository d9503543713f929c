// Disks of other speeds: SQLite's own file system with a pause in each sync. The machines that
// measure have disks that sync in 0.1 ms; a municipality's take 2 to 8.
#pragma once

#include <chrono>

namespace bench {

/// From now on every sync of every database of this process takes this much longer. Call once,
/// before the first database is opened.
void slow_syncs(std::chrono::microseconds pause);

}  // namespace bench
