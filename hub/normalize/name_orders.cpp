#include "hub/normalize/name_orders.hpp"

namespace hub::normalize {
namespace {

std::u32string turned(std::u32string_view key, std::size_t at) {
  return std::u32string(key.substr(at)) + std::u32string(key.substr(0, at));
}

}  // namespace

std::vector<std::u32string> other_orders(std::u32string_view key,
                                         const std::vector<std::size_t>& ends) {
  std::vector<std::u32string> orders;
  if (ends.size() < 2) return orders;
  orders.push_back(turned(key, ends.front()));
  if (ends.size() > 2) orders.push_back(turned(key, ends[ends.size() - 2]));
  return orders;
}

}  // namespace hub::normalize
