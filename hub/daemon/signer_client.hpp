// Asks the signer, a process of another user on this machine, for a signature (hub/signer).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "hub/base/result.hpp"

namespace hub::daemon {

/// The signed note over a checkpoint's three lines, as the signer gave it: the caller checks it.
/// Blocks for at most five seconds. `unavailable`: no signer answers; `conflict`: it refused.
base::Result<std::string> ask_signer(const std::filesystem::path& socket, std::string_view body);

}  // namespace hub::daemon
