// What desks write about consent.
#pragma once

#include <string_view>

namespace tsunagu::feed {

/// The code of a printed 同意書 (config/consent_forms.yaml): capital letters, then digits (J1), or
/// a word in capitals (KONKYU).
inline bool is_form_code(std::string_view text) {
  if (text.empty() || text.front() < 'A' || text.front() > 'Z') return false;
  for (const char c : text) {
    const bool letter = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit && c != '-' && c != '_') return false;
  }
  return true;
}

}  // namespace tsunagu::feed
