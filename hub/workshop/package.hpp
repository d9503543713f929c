// An adapter as it travels from its publisher to a municipality: one file of a header line, the
// Ed25519 signature of that line, and the module. The header names id, version, size and SHA-256 of
// the module and the publisher's key, so that the signature covers all of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hub/adapter/signed_module.hpp"
#include "hub/base/result.hpp"
#include "hub/crypto/signature.hpp"
#include "sdk/wire/manifest.hpp"

namespace hub::workshop {

struct Package {
  adapter::ModuleHeader header;
  std::string signed_text;  ///< the header's line and its signature, a line each
  std::string module;       ///< bytes of the shared object
};

std::string pack(const tsunagu::wire::Manifest& manifest, std::string_view module,
                 const crypto::Signer& publisher);

/// Refuses a package that is not whole, was changed, or is not signed by one of `trusted` (base64).
base::Result<Package> unpack(std::string_view file, const std::vector<std::string>& trusted);

/// Puts adapter_ID.so, and adapter_ID.signed that the hub holds it against, into the folder (0644);
/// what is there is replaced.
base::Result<std::filesystem::path> install(const Package& package,
                                            const std::filesystem::path& adapters);

/// A publisher's key, one line of 64 hexadecimal digits that only its owner may read.
base::Result<crypto::Signer> read_publisher(const std::filesystem::path& file);

/// Lines of keys in base64, `#` and what follows left out.
base::Result<std::vector<std::string>> read_trusted(const std::filesystem::path& file);

}  // namespace hub::workshop
