// A name in one field, parted where its writer parted it.
#pragma once

#include <string_view>

namespace hub::normalize {

struct PartedName {
  std::string_view family{};
  std::string_view given{};  ///< all of it where nothing parts it
};

/// By a space of either width, or else by a middle dot. Borrows the text.
PartedName part_name(std::string_view name);

}  // namespace hub::normalize
