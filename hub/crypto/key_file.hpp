// Secrets come from systemd's credentials or from a file with checked mode, never from the command
// line, the environment or the configuration (SAFETY 26).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "hub/crypto/secret.hpp"

namespace hub::crypto {

/// The bytes of a secret file, at most 64 KiB. Refused: a link, a file of another owner than this
/// user or root, one that group or others may read or write (a file of root's may be
/// group-readable), an empty one.
base::Result<Secret> read_secret(const std::filesystem::path& file);

/// Where the secret `name` stands: in systemd's credentials folder if there is one and it holds the
/// name, else in `folder`.
std::filesystem::path secret_path(std::string_view name, const std::filesystem::path& folder);

/// The text of the secret `name`, without its line end. Its owner wipes it.
base::Result<std::string> read_secret_text(const std::string& name,
                                           const std::filesystem::path& folder);

/// Master secrets: one line for each version, the oldest first, 64 hexadecimal digits.
base::Result<std::vector<Secret>> read_master_secrets(const std::filesystem::path& file);

/// Writes a new file (0600); an existing one is never replaced.
base::Result<> write_new_secret(const std::filesystem::path& file, std::string_view text);

/// The same with one fresh master secret.
base::Result<> create_master_secret(const std::filesystem::path& file, base::Random& random);

}  // namespace hub::crypto
