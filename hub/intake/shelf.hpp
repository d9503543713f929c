// Where modules stand that a source was switched to: below the data folder, under the hash of their
// bytes, so that none is ever another than the one that was tried.
#pragma once

#include <filesystem>
#include <string>

#include "hub/base/result.hpp"
#include "hub/crypto/sha256.hpp"

namespace hub::intake {

class Shelf {
 public:
  explicit Shelf(const std::filesystem::path& data) : folder_(data / "adapters") {}

  /// Copies a module or a program that only root or the hub's own user can write; durable when it
  /// returns. Gives its name on the shelf.
  [[nodiscard]] base::Result<std::string> put(const std::filesystem::path& module) const;
  [[nodiscard]] std::filesystem::path at(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

/// Of a file's bytes; of one that can't be read, of nothing.
crypto::Digest digest_of(const std::filesystem::path& file);

}  // namespace hub::intake
