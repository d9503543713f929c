#include "hub/linkage/candidates.hpp"

namespace hub::linkage {

const GiantBlocks::Of& GiantBlocks::of(Blocking blocking) const noexcept {
  return of_[static_cast<std::size_t>(blocking)];
}

void GiantBlocks::add(Blocking blocking, std::uint32_t block, std::size_t rows) {
  auto& giants = of_[static_cast<std::size_t>(blocking)];
  giants.blocks.push_back(block);
  giants.rows += rows;
}

bool GiantBlocks::has(Blocking blocking, std::uint32_t block) const noexcept {
  const auto& blocks = of(blocking).blocks;
  return !blocks.empty() && std::binary_search(blocks.begin(), blocks.end(), block);
}

std::size_t GiantBlocks::count(Blocking blocking) const noexcept {
  return of(blocking).blocks.size();
}

std::size_t GiantBlocks::rows(Blocking blocking) const noexcept {
  return of(blocking).rows;
}

void sort_blocks(std::span<const std::uint32_t> keys, std::vector<Entry>& entries,
                 std::vector<Entry>& spare) {
  entries.resize(keys.size());
  std::size_t known = 0;
  for (std::size_t row = 0; row < keys.size(); ++row) {
    entries[known] = Entry{keys[row]} << 32U | row;
    known += keys[row] != 0 ? 1 : 0;
  }
  entries.resize(known);
  radix_sort(entries, spare);
}

void drop_lone(std::vector<Entry>& sorted) {
  constexpr auto none = ~std::uint32_t{0};
  const auto block = [&](std::size_t i) {
    return i < sorted.size() ? block_of(key_of(sorted[i])) : none;
  };
  std::size_t kept = 0;
  auto before = none;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto mine = block(i);
    const bool shared = (mine == before) | (mine == block(i + 1));
    sorted[kept] = sorted[i];
    kept += shared ? 1 : 0;
    before = mine;
  }
  sorted.resize(kept);
}

bool meet_first_in(Blocking blocking, const Packed& a, const Packed& b,
                   const GiantBlocks& giants) noexcept {
  auto shared = shared_first_parts(a, b);
  if ((shared & bit(blocking)) == 0 || !share_second_part(blocking, a, b)) return false;
  for (shared &= bit(blocking) - 1; shared != 0; shared &= shared - 1) {
    const auto earlier = static_cast<Blocking>(__builtin_ctz(shared));
    if (!share_second_part(earlier, a, b)) continue;
    if (giants.count(earlier) == 0) return false;
    if (!giants.has(earlier, block_of(block_key(earlier, a)))) return false;
  }
  return true;
}

void note_giants(std::span<const Entry> sorted, Blocking blocking, std::size_t most,
                 GiantBlocks& giants) {
  const auto block = [&](std::size_t i) { return block_of(key_of(sorted[i])); };
  for (std::size_t i = 0; i < sorted.size();) {
    auto begin = i;
    while (begin > 0 && block(begin - 1) == block(i))
      --begin;
    const auto end = block_end(sorted, i);
    if (end - begin > most) giants.add(blocking, block(i), end - begin);
    i = end + most;  // a larger block would be met there
  }
}

}  // namespace hub::linkage
