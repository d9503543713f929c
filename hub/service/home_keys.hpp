// What brings persons together to be asked whether they live together: the house and the room of a
// person record, the 世帯番号 of a household hint, and whom it says to live with whom it is about.
#pragma once

#include <vector>

#include "hub/crypto/keys.hpp"
#include "hub/linkage/resident.hpp"
#include "hub/service/match_token.hpp"

namespace hub::service {

crypto::Token house_token(const crypto::Keys& keys, const linkage::Residence& residence);
crypto::Token room_token(const crypto::Keys& keys, const linkage::Residence& residence);
/// As far as they are known.
void add_home_keys(const crypto::Keys& keys, const linkage::Residence& residence,
                   std::vector<crypto::Token>& tokens);

/// Those of a record's tokens by which others may live with its person.
constexpr bool is_home_key(crypto::Token token) noexcept {
  return is_kind(MatchKind::house, token) || is_kind(MatchKind::household_number, token) ||
         is_kind(MatchKind::housemate, token);
}

}  // namespace hub::service
