// The word that somebody probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hub::profile {

/// Insertions, deletions, replacements and swaps of neighbours, counted in characters, not bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or empty where none is near (more than a third of it differs).
std::string nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace hub::profile
