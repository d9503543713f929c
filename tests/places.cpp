#include "tests/places.hpp"

namespace tests {

std::string in_source(std::string_view rest) {
  return std::string(TSUNAGU_SOURCE_DIR).append(rest);
}

std::string in_build(std::string_view rest) {
  return std::string(TSUNAGU_BUILD_DIR).append(rest);
}

}  // namespace tests
