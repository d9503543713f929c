#include "hub/normalize/parted_name.hpp"

namespace hub::normalize {

PartedName part_name(std::string_view name) {
  for (const std::string_view space : {"　", " ", "・", "･"}) {
    const auto at = name.find(space);
    if (at == std::string_view::npos || at == 0) continue;
    const auto rest = name.substr(at + space.size());
    if (!rest.empty()) return {name.substr(0, at), rest};
  }
  return {{}, name};
}

}  // namespace hub::normalize
