#include "hub/normalize/normalized.hpp"

#include <algorithm>

namespace hub::normalize {
namespace {

void add_once(std::vector<std::string_view>& codes, std::string_view code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

}  // namespace

void Normalized::step(std::string_view code) {
  add_once(steps, code);
}

void Normalized::warn(std::string_view code) {
  add_once(warnings, code);
}

}  // namespace hub::normalize
