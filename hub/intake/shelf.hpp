// Where modules stand that a source was switched to: below the data folder, under the hash of their
// bytes, so that none is ever another than the one that was tried.
#pragma once

#include <filesystem>
#include <string>

#include "hub/base/result.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/store/adapter_modules.hpp"

namespace hub::intake {

class Shelf {
 public:
  explicit Shelf(const std::filesystem::path& data) : folder_(data / "adapters") {}

  /// Copies a module or a program that only root or the hub's own user can write, and what its
  /// publisher signed beside it; durable when it returns. Gives its name on the shelf.
  [[nodiscard]] base::Result<std::string> put(const std::filesystem::path& module) const;
  /// What stands there under that name, with what a publisher signed of it.
  [[nodiscard]] base::Result<store::AdapterModule> read(const std::string& name) const;
  /// Whether it stands there and is what its name says.
  [[nodiscard]] bool holds(const std::string& name) const;
  /// Writes what is not there; a failure where its bytes are not what its name says.
  [[nodiscard]] base::Result<> put_back(const store::AdapterModule& module) const;
  [[nodiscard]] std::filesystem::path at(const std::string& name) const { return folder_ / name; }

 private:
  [[nodiscard]] bool make_folder() const;
  std::filesystem::path folder_;
};

/// Of a file's bytes; of one that can't be read, of nothing.
crypto::Digest digest_of(const std::filesystem::path& file);

}  // namespace hub::intake
