// UTF-8 into CP932, for what goes back into a desk's own system. What CP932 cannot hold is
// substituted and every use reported: 〜 U+301C and − U+2212 do not encode as they stand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagu::text {

struct Substitution {
  std::size_t offset = 0;  ///< byte of the character in the UTF-8 text
  char32_t from = 0;
  std::string to{};   ///< UTF-8; empty where it was dropped (variation selectors)
  bool lost = false;  ///< became 〓: there is no character for it
};

struct Cp932Text {
  std::string bytes{};
  std::vector<Substitution> substitutions{};
};

/// Of the codes that stand for one character, Microsoft's choice is written (﨑 FAB1, 髙 FBFC).
Cp932Text encode_cp932(std::string_view text);

/// Whether it fits without a substitution.
bool fits_cp932(std::string_view text);

}  // namespace tsunagu::text
