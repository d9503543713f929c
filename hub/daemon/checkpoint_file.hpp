// The newest signed checkpoint beside each backup, as a file of its own: `<backup>.checkpoint`.
// Kept apart from the backup it tells, later, whether the log that came back is older than it was.
#pragma once

#include <filesystem>
#include <string_view>

#include "hub/audit/head.hpp"
#include "hub/base/result.hpp"

namespace hub::daemon {

std::filesystem::path checkpoint_beside(const std::filesystem::path& backup);

/// Durable, mode 0600; one that stands there is not replaced.
base::Result<> leave_checkpoint(const std::filesystem::path& backup, std::string_view note);

/// `conflict` where the log in the backup ends before what the checkpoint beside it was signed for,
/// or with another row. Without a checkpoint nothing is known. Whose signature it is,
/// `tsunagu-verify` tells, which has the key.
base::Result<> hold_against_checkpoint(const std::filesystem::path& backup,
                                       const audit::Head& head);

}  // namespace hub::daemon
