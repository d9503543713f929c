#include "hub/linkage/similarity.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7FU;

/// The highest bit of each byte that equals `code`.
constexpr std::uint64_t places_of(std::uint64_t code, Reading in) noexcept {
  const auto differing = in ^ (ones * code);
  return ~(((differing & low_bits) + low_bits) | differing | low_bits);
}

/// The bytes from `first` to `last`.
constexpr std::uint64_t window(unsigned first, unsigned last) noexcept {
  const auto up_to =
      last >= most_kana - 1 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8U * (last + 1))) - 1U;
  return up_to & ~((std::uint64_t{1} << (8U * first)) - 1U);
}

struct Matches {
  std::uint64_t in_a = 0;
  std::uint64_t in_b = 0;
  unsigned count = 0;
};

Matches match(Reading a, Reading b, unsigned length_a, unsigned reach) noexcept {
  Matches found;
  for (unsigned i = 0; i < length_a; ++i) {
    const auto near = window(i > reach ? i - reach : 0, i + reach);
    const auto open = places_of(a >> (8U * i) & 0xFFU, b) & near & ~found.in_b;
    if (open == 0) continue;
    found.in_b |= open & (~open + 1U);
    found.in_a |= std::uint64_t{0x80} << (8U * i);
    ++found.count;
  }
  return found;
}

/// Pairs of matched kana that stand in another order.
unsigned out_of_order(Reading a, Reading b, Matches found) noexcept {
  unsigned differing = 0;
  for (unsigned i = 0; i < found.count; ++i) {
    const auto at_a = static_cast<unsigned>(__builtin_ctzll(found.in_a)) & ~7U;
    const auto at_b = static_cast<unsigned>(__builtin_ctzll(found.in_b)) & ~7U;
    differing += (a >> at_a & 0xFFU) != (b >> at_b & 0xFFU) ? 1U : 0U;
    found.in_a &= found.in_a - 1;
    found.in_b &= found.in_b - 1;
  }
  return differing / 2;
}

int with_prefix(int jaro, Reading a, Reading b) noexcept {
  const auto differing = a ^ b;
  const int equal = differing == 0 ? 4 : std::min(4, __builtin_ctzll(differing) / 8);
  return jaro + equal * (1000 - jaro) / 10;
}

}  // namespace

int jaro_winkler(Reading a, Reading b) noexcept {
  if (a == b) return a == 0 ? 0 : 1000;
  const auto length_a = length_of(a);
  const auto length_b = length_of(b);
  if (length_a == 0 || length_b == 0) return 0;
  if (a > b) return jaro_winkler(b, a);
  const auto reach = std::max(std::max(length_a, length_b) / 2, 1U) - 1;
  const auto found = match(a, b, length_a, reach);
  if (found.count == 0) return 0;
  const auto m = found.count;
  const auto ordered = m - out_of_order(a, b, found);
  const auto jaro = (1000 * m / length_a + 1000 * m / length_b + 1000 * ordered / m) / 3;
  return with_prefix(static_cast<int>(jaro), a, b);
}

}  // namespace hub::linkage
