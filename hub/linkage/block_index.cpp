#include "hub/linkage/block_index.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

constexpr std::size_t first_heads = 1024;

}  // namespace

void BlockIndex::link(Chains& chains, std::uint32_t key, std::uint32_t row) {
  if (key == 0) return;
  auto& head = chains.heads[chains.head_of(key)];
  chains.next[row] = head;
  head = row;
}

/// As many heads as rows, so that chains stay short.
void BlockIndex::grow(const Population& population) {
  const auto heads = std::max(first_heads, chains_[0].heads.size() * 2);
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto keys = population.keys(static_cast<Blocking>(i));
    chains_[i].heads.assign(heads, nobody);
    for (std::uint32_t row = 0; row < in_.size(); ++row) {
      if (in_[row]) link(chains_[i], keys[row], row);
    }
  }
}

void BlockIndex::add(const Population& population, std::uint32_t row) {
  const auto rows = population.rows().size();
  in_.resize(rows, false);
  for (auto& chains : chains_)
    chains.next.resize(rows, nobody);
  if (rows > chains_[0].heads.size()) grow(population);
  in_[row] = true;
  for (std::size_t i = 0; i < blocking_count; ++i)
    link(chains_[i], population.keys(static_cast<Blocking>(i))[row], row);
}

void BlockIndex::remove(const Population& population, std::uint32_t row) {
  in_[row] = false;
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto key = population.keys(static_cast<Blocking>(i))[row];
    if (key == 0) continue;
    auto& chains = chains_[i];
    auto* place = &chains.heads[chains.head_of(key)];
    while (*place != row)
      place = &chains.next[*place];
    *place = chains.next[row];
  }
}

void BlockIndex::find(const Population& population, Blocking blocking, std::uint32_t row,
                      std::size_t most, std::vector<std::uint32_t>& found) const {
  found.clear();
  const auto keys = population.keys(blocking);
  const auto key = keys[row];
  const auto& chains = chains_[static_cast<std::size_t>(blocking)];
  if (key == 0 || chains.heads.empty()) return;
  for (auto other = chains.heads[chains.head_of(key)]; other != nobody && found.size() < most;
       other = chains.next[other]) {
    if (block_of(keys[other]) == block_of(key)) found.push_back(other);
  }
}

}  // namespace hub::linkage
