// A program or adapter that somebody else can change is somebody else's program.
#pragma once

#include <filesystem>

#include "hub/base/result.hpp"

namespace hub::adapter {

/// The file is regular, and neither it nor any folder above it can be written by anybody but root
/// and the hub's own user (a folder with the sticky bit, like /tmp, may). Links are followed and
/// judged where they lead. Gives the file's real path.
base::Result<std::filesystem::path> check_safe_file(const std::filesystem::path& file);

/// All of a file of at most so many bytes; `not_found` where it can't be looked at, `too_large`.
base::Result<std::string> read_whole(const std::filesystem::path& file, std::uintmax_t most);

}  // namespace hub::adapter
