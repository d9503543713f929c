// What a file's name says about its place among the deliveries of its feed.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace tsunagu::feed {

/// The longest run of at least eight digits (KAIGO_SODAN_20260410083000.csv), the last of equals;
/// empty when there is none.
inline std::string digits_of_name(std::string_view name) {
  std::string_view longest;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = name.find_first_of("0123456789", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(name.find_first_not_of("0123456789", begin), name.size());
    if (end - begin >= 8 && end - begin >= longest.size())
      longest = name.substr(begin, end - begin);
    at = end;
  }
  return std::string(longest);
}

}  // namespace tsunagu::feed
