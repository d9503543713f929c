// The walls that the process builds around itself before an adapter's first instruction runs, and
// after its last file is open (SAFETY: the host shuts itself in). Each function returns the
// wire::Guard bits that are now in force: a kernel without Landlock or seccomp gives fewer, and the
// hub shows which. No wall can be taken down again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace tsunagu::host {

struct Limits {
  std::uint64_t memory_bytes = 0;  ///< address space; 0 is no limit
  std::uint64_t cpu_seconds = 0;   ///< until the hub sets it anew; 0 is no limit
};

/// Closes every descriptor but 0, 1, 2 and `socket`, which must be 3: what leaked into the hub's
/// children (Boost and libcurl open some without CLOEXEC) is gone.
std::uint32_t close_other_descriptors();

/// Memory, CPU, number of files, no core dump. Sanitizers can't start under a limit of address
/// space, so a sanitized build sets all but that.
std::uint32_t set_limits(const Limits& limits);

/// Landlock: from here on only the adapter's file, the system's libraries and the tables in
/// `data_dir` can be opened, all of them only to read. With a program, which the process is to
/// become, that and its interpreter (or an empty path) can be run, and nothing else.
std::uint32_t wall_off_files(const std::filesystem::path& adapter,
                             const std::filesystem::path& data_dir,
                             const std::optional<std::filesystem::path>& interpreter = {});

/// seccomp, before the adapter is loaded: no socket, no program, no child, no other process.
std::uint32_t wall_off_calls();

/// The same for a process that is to become the program at `path`, which must stay where it is:
/// only a call with that very pointer becomes anything, and afterwards nothing stands there.
std::uint32_t wall_off_calls_but_becoming(const char* path);

/// seccomp, after the adapter was created: no file is opened, no memory becomes executable.
std::uint32_t wall_off_opening();

}  // namespace tsunagu::host
