// Kanji names as hashes that can be put together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hub/linkage/packed.hpp"

namespace hub::linkage {

struct HashedSpelling {
  SpellingHash hash = 0;
  unsigned length = 0;  ///< characters
};

HashedSpelling hash_spelling(std::string_view key);

/// The hash of a name whose parts are these.
SpellingHash put_together(SpellingHash family, HashedSpelling given) noexcept;

/// Every way to part a name in two: the first one's length is its place in the list plus one.
struct PartedSpelling {
  HashedSpelling family{};
  HashedSpelling given{};
};
std::vector<PartedSpelling> ways_to_part(std::string_view key);

}  // namespace hub::linkage
