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

void sort_blocks(std::span<const Packed> rows, Blocking blocking, std::vector<Entry>& entries,
                 std::vector<Entry>& spare) {
  entries.clear();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto parts = block_parts(blocking, rows[row]);
    if (parts.known()) entries.push_back(Entry{block_key(blocking, rows[row], parts)} << 32U | row);
  }
  radix_sort(entries, spare);
}

bool meet_first_in(Blocking blocking, const Packed& a, const Packed& b,
                   const GiantBlocks& giants) noexcept {
  auto shared = shared_first_parts(a, b);
  if ((shared & bit(blocking)) == 0 || !share_second_part(blocking, a, b)) return false;
  for (shared &= bit(blocking) - 1; shared != 0; shared &= shared - 1) {
    const auto earlier = static_cast<Blocking>(__builtin_ctz(shared));
    if (!share_second_part(earlier, a, b)) continue;
    if (giants.count(earlier) == 0) return false;
    const auto key = block_key(earlier, a, block_parts(earlier, a));
    if (!giants.has(earlier, block_of(key))) return false;
  }
  return true;
}

void note_giants(std::span<const Entry> sorted, Blocking blocking, std::size_t most,
                 GiantBlocks& giants) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = block_end(sorted, begin);
    if (end - begin > most) giants.add(blocking, block_of(key_of(sorted[begin])), end - begin);
    begin = end;
  }
}

}  // namespace hub::linkage
