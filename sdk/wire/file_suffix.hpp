// What an adapter may name a pushed file by, for who takes the file and who tries the adapter.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tsunagu::wire {

inline constexpr std::size_t suffix_bytes = 64;

/// Fits behind the stem of a file name: letters, digits, `._-`, at most 64 bytes, no `..`.
inline bool is_file_suffix(std::string_view suffix) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  return !suffix.empty() && suffix.size() <= suffix_bytes &&
         suffix.find("..") == std::string_view::npos &&
         std::all_of(suffix.begin(), suffix.end(), allowed);
}

}  // namespace tsunagu::wire
