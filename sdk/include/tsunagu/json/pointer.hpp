// RFC 6901 pointers as they are built while reading.
#pragma once

#include <string>
#include <string_view>

namespace tsunagu::json {

/// Appends `/segment`, escaped.
inline void append_segment(std::string& pointer, std::string_view segment) {
  pointer += '/';
  for (const char c : segment) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

/// A member's name that may be shown: it looks like one of ours. Any other might be a value of a
/// person that stands where a name should.
constexpr bool is_plain_name(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!letter && !(other && c != name.front())) return false;
  }
  return true;
}

/// The name itself, or "*" where it must not be shown.
constexpr std::string_view shown_name(std::string_view name) {
  return is_plain_name(name) ? name : std::string_view("*");
}

}  // namespace tsunagu::json
