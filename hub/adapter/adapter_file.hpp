// Where the adapter of that id stands in the folder of adapters.
#pragma once

#include <filesystem>
#include <string>

namespace hub::adapter {

/// A module, or else a program of the same name without an ending.
std::filesystem::path adapter_file(const std::filesystem::path& folder, const std::string& id);

}  // namespace hub::adapter
