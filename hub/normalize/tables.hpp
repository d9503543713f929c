// All tables that normalization needs, read once from the data folder.
#pragma once

#include <filesystem>
#include <string>

#include "hub/base/result.hpp"
#include "hub/normalize/places.hpp"
#include "hub/normalize/variants.hpp"

namespace hub::normalize {

/// Read-only after loading (about 10 ms); pass by reference, any thread.
struct Tables {
  Variants variants;
  Places places;
  std::string version;  ///< keys_version of what was read

  /// A Failure names the file that is absent or damaged.
  static base::Result<Tables> load(const std::filesystem::path& folder);
};

/// The data folder of a program: `share/tsunagu/data` or `config/data` beside or above the folder
/// it stands in.
base::Result<std::filesystem::path> find_data_folder(const std::filesystem::path& program);

}  // namespace hub::normalize
