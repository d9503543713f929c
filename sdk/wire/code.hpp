// What a code looks like that an adapter gives a problem or a line of health, for who shows it and
// who tries the adapter.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tsunagu::wire {

inline constexpr std::size_t code_bytes = 64;

/// snake_case, with dots between parts, at most 64 bytes; a letter first.
inline bool is_code(std::string_view code) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto allowed = [is_lower](char c) {
    return is_lower(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  return !code.empty() && code.size() <= code_bytes && is_lower(code.front()) &&
         std::all_of(code.begin(), code.end(), allowed);
}

}  // namespace tsunagu::wire
