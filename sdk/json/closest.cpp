#include <algorithm>
#include <numeric>

#include "tsunagu/json/check.hpp"

namespace tsunagu::json {
namespace {

constexpr std::size_t most_slips = 2;
constexpr std::size_t longest_name = 64;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Levenshtein distance, case aside.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view closest(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.size() > longest_name) return {};
  std::string_view best;
  std::size_t best_slips = std::min(most_slips, name.size() / 2) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t here = slips(name, candidate);
    if (here < best_slips) {
      best_slips = here;
      best = candidate;
    }
  }
  return best;
}

}  // namespace tsunagu::json
