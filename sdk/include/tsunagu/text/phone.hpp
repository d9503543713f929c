// Telephone numbers as digits.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/text/problem.hpp"

namespace tsunagu::text {

struct Phone {
  std::string digits{};     ///< national form with its leading 0: 09012345678, 0286811116
  std::string extension{};  ///< 内線
  bool mobile = false;      ///< 060, 070, 080, 090
};

/// Full width, hyphens of all kinds, brackets, +81 and 内線 are understood. Problems: phone.empty,
/// phone.unreadable, phone.length.
Outcome<Phone> parse_phone(std::string_view text);

}  // namespace tsunagu::text
