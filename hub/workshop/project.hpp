// A new adapter's folder, copied from a project that is built and tested with Tsunagu.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::workshop {

enum class ProjectFormat {
  csv,   ///< a C++ adapter
  yaml,  ///< a mapping that the adapter `table` runs
};

struct NewProject {
  std::string name;  ///< small letters, digits and `_`: the adapter's id and the folder's name
  std::string field;
  ProjectFormat format = ProjectFormat::csv;
};

/// Writes `folder`, which must not be there. Returns its files. `program` is our own path, beside
/// which the templates stand.
base::Result<std::vector<std::filesystem::path>> make_project(const NewProject& project,
                                                              const std::filesystem::path& folder,
                                                              const std::filesystem::path& program);

/// share/tsunagu/`what` or, in a source tree, sdk/`what`, above the program.
base::Result<std::filesystem::path> find_shared(const std::filesystem::path& program,
                                                const std::string& what);

}  // namespace hub::workshop
