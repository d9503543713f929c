// A table of codes and what stands for them in both languages.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "hub/cli/console.hpp"

namespace hub::cli {

struct Phrase {
  std::string_view code;
  Text words;
};

/// Of a code that the table doesn't know, itself.
template <std::size_t count>
std::string in_words(const Console& console, const Phrase (&phrases)[count],
                     std::string_view code) {
  const auto* found = std::find_if(std::begin(phrases), std::end(phrases),
                                   [code](const Phrase& one) { return one.code == code; });
  return std::string(found == std::end(phrases) ? code : console.in_words(found->words));
}

}  // namespace hub::cli
