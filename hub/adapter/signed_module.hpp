// What a publisher signed of an adapter's module: one line that names it, and the Ed25519 signature
// of that line. A package carries both; installed, they stand beside the module in
// adapter_ID.signed, and the module is held against them, and they against the publishers whom the
// operator trusts, before each start.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "hub/adapter/launch.hpp"
#include "hub/base/result.hpp"
#include "hub/crypto/signature.hpp"

namespace hub::adapter {

inline constexpr std::size_t module_bytes = std::size_t{64} << 20U;

struct ModuleHeader {
  std::string id;
  std::string version;
  std::string publisher;  ///< base64 of the key
  std::int64_t size = 0;
  std::string sha256;  ///< in hexadecimal

  [[nodiscard]] std::string line() const;
  [[nodiscard]] bool names(std::string_view module) const;
};

/// Of a module's bytes.
ModuleHeader header_of(std::string_view id, std::string_view version, std::string_view module,
                       const crypto::PublicKey& publisher);

/// Nothing where the line is no such header.
std::optional<ModuleHeader> read_header(std::string_view line);

/// `signature` in base64, by the header's own publisher.
bool is_signed(const ModuleHeader& header, std::string_view line, std::string_view signature);

/// Where the header and the signature of an installed module stand.
std::filesystem::path signed_file(const std::filesystem::path& module);

/// The publisher's key, or an empty text where nobody signed the module and nobody asks for it:
/// then it is as good as its owner, see safe_file.hpp. `forbidden` where it is not what was signed,
/// not by whom the operator trusts, or not what `trust` demands. `id` is the adapter that it has to
/// be; empty: the one that its file's name says.
base::Result<std::string> check_signed(const std::filesystem::path& module, std::string_view id,
                                       const Trust& trust);

}  // namespace hub::adapter
