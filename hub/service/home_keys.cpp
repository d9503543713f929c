#include "hub/service/home_keys.hpp"

#include <array>
#include <cstring>

namespace hub::service {
namespace {

crypto::Token token_of(const crypto::Keys& keys, MatchKind kind, std::uint64_t house,
                       std::uint16_t room) {
  std::array<char, sizeof house + sizeof room> key{};
  std::memcpy(key.data(), &house, sizeof house);
  std::memcpy(key.data() + sizeof house, &room, sizeof room);
  const auto& maker = keys.tokens(crypto::Purpose::address);
  return tagged(kind, maker.token({key.data(), key.size()}));
}

}  // namespace

crypto::Token house_token(const crypto::Keys& keys, const linkage::Residence& residence) {
  return token_of(keys, MatchKind::house, residence.house(), 0);
}

crypto::Token room_token(const crypto::Keys& keys, const linkage::Residence& residence) {
  return token_of(keys, MatchKind::room, residence.house(), residence.room);
}

void add_home_keys(const crypto::Keys& keys, const linkage::Residence& residence,
                   std::vector<crypto::Token>& tokens) {
  if (!residence.known()) return;
  tokens.push_back(house_token(keys, residence));
  if (residence.room != 0) tokens.push_back(room_token(keys, residence));
}

}  // namespace hub::service
