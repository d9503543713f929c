#include "hub/linkage/population.hpp"

#include <algorithm>

#include "hub/linkage/hash.hpp"

namespace hub::linkage {

NumberKey number_key(const NumberFacts& number) noexcept {
  const std::uint64_t system = number.system | (number.one_each ? 0x800U : 0U);
  return system << 52U | text_hash(number.value) >> 12U;
}

Told told_by(std::span<const NumberKey> a, std::span<const NumberKey> b) noexcept {
  auto told = Told::nothing;
  for (const auto mine : a) {
    for (const auto theirs : b) {
      if (system_of(mine) != system_of(theirs)) continue;
      const auto more = mine == theirs      ? Told::same
                        : is_one_each(mine) ? Told::apart
                                            : Told::doubtful;
      told = std::max(told, more);
    }
  }
  return told;
}

void Owners::add(std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i, ++rows_) {
    if (rows_ % 64 == 0) words_.push_back({0, further_});
    if (i == 0) continue;
    words_.back().further |= std::uint64_t{1} << (rows_ % 64);
    ++further_;
  }
}

Place Population::add(const PersonFacts& facts, const Preparer& preparer) {
  const auto record = static_cast<Place>(ids_.size());
  const auto first = rows_.size();
  preparer.pack(facts, rows_);
  for (auto row = first; row < rows_.size(); ++row) {
    const auto keys = block_keys(rows_[row]);
    for (std::size_t i = 0; i < blocking_count; ++i)
      keys_[i].push_back(keys[i]);
  }
  owners_.add(rows_.size() - first);
  ids_.push_back(facts.id);
  for (const auto& number : facts.numbers) {
    if (!number.value.empty()) numbers_.push_back(number_key(number));
  }
  row_begin_.push_back(static_cast<std::uint32_t>(rows_.size()));
  number_begin_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  return record;
}

void Population::reserve(std::size_t records) {
  rows_.reserve(records);
  for (auto& keys : keys_)
    keys.reserve(records);
  ids_.reserve(records);
  row_begin_.reserve(records + 1);
  number_begin_.reserve(records + 1);
}

std::span<const NumberKey> Population::numbers_of(Place record) const noexcept {
  return std::span(numbers_).subspan(number_begin_[record],
                                     number_begin_[record + 1] - number_begin_[record]);
}

}  // namespace hub::linkage
