// What brings records together to be compared, as keyed tokens: one for each of a record's rows and
// each kind of block. A row that only waits for others has a token of its own kind, so that the
// many who wait are passed over unread.
#pragma once

#include <span>
#include <vector>

#include "hub/crypto/keys.hpp"
#include "hub/linkage/block_key.hpp"
#include "hub/linkage/model.hpp"

namespace hub::service {

/// One block that a record is in.
struct Block {
  linkage::Blocking blocking{};
  std::uint32_t key = 0;  ///< linkage::block_of
  bool passive = false;
  crypto::Token token = 0;  ///< the record's own; the other one is twin_of(token)
};

constexpr std::int64_t passive_bit = 0x10;  // above the bits of MatchKind
/// Of the rows in the same block that wait, or do not.
constexpr crypto::Token twin_of(crypto::Token token) noexcept {
  return token ^ passive_bit;
}
/// Only there can rows wait for others.
constexpr bool has_twin(linkage::Blocking blocking) noexcept {
  return blocking == linkage::Blocking::reading_alone;
}

/// Of a record's facts, one for each name, as linkage compares them by that model; whose they are
/// is left out.
std::vector<linkage::Packed> packed_rows(const crypto::Opened& facts, const linkage::Model& model);

/// Each once.
std::vector<Block> blocks_of(const crypto::Keys& secrets, std::span<const linkage::Packed> rows);

}  // namespace hub::service
