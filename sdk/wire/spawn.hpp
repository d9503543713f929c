// How tsunagu-adapter-host is started, by the hub and by whoever tries an adapter as the hub would:
// its command line, and posix_spawn with nothing leaking into the child.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>

namespace tsunagu::wire {

struct HostCall {
  std::filesystem::path host;      ///< tsunagu-adapter-host
  std::filesystem::path adapter;   ///< a module (.so), or a program that speaks the wire
  std::filesystem::path data_dir;  ///< empty: none
  std::uint64_t memory_bytes = 0;  ///< 0: no limit
  std::int64_t cpu_seconds = 0;    ///< 0: no limit
  bool guarded = true;
};

/// Who gets the signals of our terminal.
enum class Group {
  ours,    ///< the child too: what interrupts us ends it
  its_own  ///< not the child: we end it ourselves
};

struct Spawned {
  pid_t pid = -1;
  int error = 0;  ///< an errno; then there is no child
};

/// Starts the host with `socket` as descriptor 3, /dev/null as 0 to 2, all else closed, an empty
/// environment and default signals.
Spawned spawn(const HostCall& call, int socket, Group group);

}  // namespace tsunagu::wire
