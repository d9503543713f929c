#include "hub/adapter/adapter_file.hpp"

namespace hub::adapter {

std::filesystem::path adapter_file(const std::filesystem::path& folder, const std::string& id) {
  const std::filesystem::path program = folder / ("adapter_" + id);
  std::filesystem::path module = program;
  module += ".so";
  std::error_code error;
  const bool only_program =
      !std::filesystem::exists(module, error) && std::filesystem::exists(program, error);
  return only_program ? program : module;
}

}  // namespace hub::adapter
