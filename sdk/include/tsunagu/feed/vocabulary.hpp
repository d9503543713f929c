// A source's words and what they are in ours: small constant tables, searched by the word.
#pragma once

#include <array>
#include <string_view>

namespace tsunagu::feed {

template <class Ours>
struct Word {
  std::string_view source;
  Ours ours;
};

template <class Ours, std::size_t count>
using Vocabulary = std::array<Word<Ours>, count>;

/// The word's meaning, or null.
template <class Ours, std::size_t count>
constexpr const Ours* meaning(const Vocabulary<Ours, count>& words, std::string_view source) {
  for (const Word<Ours>& word : words) {
    if (word.source == source) return &word.ours;
  }
  return nullptr;
}

}  // namespace tsunagu::feed
