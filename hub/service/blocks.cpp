#include "hub/service/blocks.hpp"

#include <algorithm>
#include <cstring>

#include "hub/linkage/prepare.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

using linkage::Blocking;

crypto::Token token_of(const crypto::TokenMaker& maker, const Block& block) {
  std::array<char, 1 + sizeof(block.key)> key{};
  key[0] = static_cast<char>(block.blocking);
  std::memcpy(key.data() + 1, &block.key, sizeof(block.key));
  const auto token = tagged(MatchKind::block, maker.token({key.data(), key.size()}));
  return block.passive ? token | passive_bit : token & ~passive_bit;
}

bool is_known(const std::vector<Block>& blocks, const Block& block) {
  return std::any_of(blocks.begin(), blocks.end(), [&block](const Block& one) {
    return one.blocking == block.blocking && one.key == block.key;
  });
}

}  // namespace

std::vector<linkage::Packed> packed_rows(const crypto::Opened& facts, const linkage::Model& model) {
  NumberSystems systems;
  const TakenFacts taken(facts, 0, false, systems);
  std::vector<linkage::Packed> rows;
  linkage::Preparer{model}.pack(taken.get(), rows);
  return rows;
}

std::vector<Block> blocks_of(const crypto::Keys& secrets, std::span<const linkage::Packed> rows) {
  const auto& maker = secrets.tokens(crypto::Purpose::block);
  std::vector<Block> blocks;
  for (const auto& row : rows) {
    const auto keys = linkage::block_keys(row);
    for (std::size_t i = 0; i < linkage::blocking_count; ++i) {
      if (keys[i] == 0) continue;
      const auto blocking = static_cast<Blocking>(i);
      Block block{blocking, linkage::block_of(keys[i]), linkage::is_passive(blocking, row), 0};
      if (is_known(blocks, block)) continue;
      block.token = token_of(maker, block);
      blocks.push_back(block);
    }
  }
  return blocks;
}

}  // namespace hub::service
