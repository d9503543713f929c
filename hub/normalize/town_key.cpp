#include "hub/normalize/town_key.hpp"

#include "hub/normalize/address_key.hpp"

namespace hub::normalize {

std::string town_key(std::string_view address, const Tables& tables, std::string_view lgcode5) {
  AddressHint hint;
  hint.lgcode5 = lgcode5;
  const auto read = address_key(address, tables, hint);
  if (read.lgcode5 != lgcode5) return {};
  const auto known = tables.places.town_at(lgcode5, read.town);
  auto key = read.town.substr(0, known);
  if (tables.places.has_chome(lgcode5, key)) {
    key += "|" + read.number.substr(0, read.number.find('-'));
  }
  return key;
}

}  // namespace hub::normalize
