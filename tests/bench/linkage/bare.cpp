#include "tests/bench/linkage/bare.hpp"

#include "hub/linkage/candidates.hpp"
#include "hub/linkage/settings.hpp"

namespace bench::linkage {
namespace {

namespace linkage = hub::linkage;

std::vector<linkage::Entry> unsorted(std::span<const std::uint32_t> keys) {
  std::vector<linkage::Entry> entries;
  for (std::size_t row = 0; row < keys.size(); ++row) {
    if (keys[row] != 0) entries.push_back(linkage::Entry{keys[row]} << 32U | row);
  }
  return entries;
}

}  // namespace

BareLimit::BareLimit(const linkage::Population& rows) : rows_(rows) {
  const linkage::Settings settings;
  linkage::GiantBlocks giants;
  std::vector<linkage::Entry> spare;
  for (std::size_t i = 0; i < linkage::blocking_count; ++i) {
    const auto blocking = static_cast<linkage::Blocking>(i);
    auto entries = unsorted_.emplace_back(unsorted(rows.keys(blocking)));
    linkage::radix_sort(entries, spare);
    linkage::note_giants(entries, blocking, settings.most_in_block, giants);
    linkage::for_each_pair(entries, rows.rows(), blocking, settings.most_in_block, giants,
                           [&](std::uint32_t a, std::uint32_t b) { pairs_.emplace_back(a, b); });
  }
}

std::size_t BareLimit::keys() const noexcept {
  std::size_t keys = 0;
  for (const auto& of_kind : unsorted_)
    keys += of_kind.size();
  return keys;
}

void BareLimit::reset() {
  keys_ = unsorted_;
}

std::size_t BareLimit::run() {
  std::vector<linkage::Entry> spare;
  for (auto& entries : keys_)
    linkage::radix_sort(entries, spare);
  std::size_t touched = 0;
  for (const auto& [a, b] : pairs_)
    touched += rows_.rows()[a].birth == rows_.rows()[b].birth ? 1 : 0;
  return touched;
}

}  // namespace bench::linkage
