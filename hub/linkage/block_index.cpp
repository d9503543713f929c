#include "hub/linkage/block_index.hpp"

namespace hub::linkage {
namespace {

constexpr std::size_t first_heads = 1024;

}  // namespace

void BlockIndex::link(Chains& chains, Blocking blocking, const Packed& packed, std::uint32_t row) {
  const auto parts = block_parts(blocking, packed);
  if (!parts.known()) return;
  auto& head = chains.heads[chains.head_of(block_key(blocking, packed, parts))];
  chains.next[row] = head;
  head = row;
}

/// As many heads as rows, so that chains stay short.
void BlockIndex::grow(std::span<const Packed> rows) {
  const auto heads = std::max(first_heads, chains_[0].heads.size() * 2);
  for (std::size_t i = 0; i < blocking_count; ++i) {
    chains_[i].heads.assign(heads, nobody);
    for (std::uint32_t row = 0; row < in_.size(); ++row) {
      if (in_[row]) link(chains_[i], static_cast<Blocking>(i), rows[row], row);
    }
  }
}

void BlockIndex::add(std::span<const Packed> rows, std::uint32_t row) {
  in_.resize(rows.size(), false);
  for (auto& chains : chains_)
    chains.next.resize(rows.size(), nobody);
  if (rows.size() > chains_[0].heads.size()) grow(rows);
  in_[row] = true;
  for (std::size_t i = 0; i < blocking_count; ++i)
    link(chains_[i], static_cast<Blocking>(i), rows[row], row);
}

void BlockIndex::remove(std::span<const Packed> rows, std::uint32_t row) {
  in_[row] = false;
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto blocking = static_cast<Blocking>(i);
    const auto parts = block_parts(blocking, rows[row]);
    if (!parts.known()) continue;
    auto& chains = chains_[i];
    auto* place = &chains.heads[chains.head_of(block_key(blocking, rows[row], parts))];
    while (*place != row)
      place = &chains.next[*place];
    *place = chains.next[row];
  }
}

void BlockIndex::find(std::span<const Packed> rows, Blocking blocking, const Packed& row,
                      std::size_t most, std::vector<std::uint32_t>& found) const {
  found.clear();
  const auto parts = block_parts(blocking, row);
  const auto& chains = chains_[static_cast<std::size_t>(blocking)];
  if (!parts.known() || chains.heads.empty()) return;
  const auto key = block_key(blocking, row, parts);
  for (auto other = chains.heads[chains.head_of(key)]; other != nobody && found.size() < most;
       other = chains.next[other]) {
    const auto theirs = block_key(blocking, rows[other], block_parts(blocking, rows[other]));
    if (block_of(theirs) == block_of(key)) found.push_back(other);
  }
}

}  // namespace hub::linkage
