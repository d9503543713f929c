#include "hub/linkage/spelling.hpp"

#include "hub/linkage/hash.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::linkage {
namespace {

constexpr SpellingHash base = 0x9E3779B1U;

SpellingHash spread(char32_t c) noexcept {
  return static_cast<SpellingHash>(mix(c) >> 32U);
}

SpellingHash with(SpellingHash hash, char32_t c) noexcept {
  return hash * base + spread(c);
}

}  // namespace

HashedSpelling hash_spelling(std::string_view key) {
  HashedSpelling hashed;
  for (std::size_t at = 0; at < key.size(); ++hashed.length)
    hashed.hash = with(hashed.hash, tsunagu::text::next(key, at));
  return hashed;
}

SpellingHash put_together(SpellingHash family, HashedSpelling given) noexcept {
  for (unsigned i = 0; i < given.length; ++i)
    family *= base;
  return family + given.hash;
}

SpellingHash whole_spelling(const Packed& row) noexcept {
  if (row.whole_spelling) return row.spelled_family;
  return put_together(row.spelled_family, {row.spelled_given, row.given_length});
}

std::vector<PartedSpelling> ways_to_part(std::string_view key) {
  const auto characters = tsunagu::text::to_code_points(key);
  std::vector<PartedSpelling> ways;
  SpellingHash front = 0;
  for (std::size_t i = 1; i < characters.size(); ++i) {
    front = with(front, characters[i - 1]);
    HashedSpelling rest;
    for (std::size_t k = i; k < characters.size(); ++k, ++rest.length)
      rest.hash = with(rest.hash, characters[k]);
    ways.push_back({{front, static_cast<unsigned>(i)}, rest});
  }
  return ways;
}

}  // namespace hub::linkage
