// A table of codes and the words that stand for them.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace hub::cli {

struct CodeWord {
  std::string_view code;
  std::string_view word;
};

/// The word of a code, or `otherwise`.
template <std::size_t count>
std::string_view word_in(const CodeWord (&table)[count], std::string_view code,
                         std::string_view otherwise) {
  const auto* at = std::find_if(std::begin(table), std::end(table),
                                [code](const CodeWord& one) { return one.code == code; });
  return at == std::end(table) ? otherwise : at->word;
}

}  // namespace hub::cli
