// The one form of whatever is declared: a field of something, `eq`, `in`, `ge` or `absent`, joined
// by `all` and `any`. What the fields are is a vocabulary of whoever uses it; the files of
// configuration write it (hub/profile/predicate.hpp). There is no `not`: what is unknown satisfies
// nothing, so more knowledge never takes a match away but by `absent`.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hub::domain {

/// Both ends included.
struct WholeRange {
  std::int64_t from = 0;
  std::int64_t until = std::numeric_limits<std::int64_t>::max();
  [[nodiscard]] bool holds(const WholeRange& other) const noexcept {
    return from <= other.from && other.until <= until;
  }
  friend bool operator==(const WholeRange&, const WholeRange&) = default;
};

/// A field that can be asked about. Its place in the vocabulary is its number.
struct FieldWord {
  enum class Kind : std::uint8_t { word, number };
  std::string_view name;
  Kind kind = Kind::word;
  std::span<const std::string_view> words{};  ///< all that it can say; none: any word
  bool open = false;  ///< `words` are this place's; another place has others
};
using Vocabulary = std::span<const FieldWord>;
/// Fields of one vocabulary, a bit each; a vocabulary has at most 32.
using FieldSet = std::uint32_t;

/// What something says of one field: words, or a number as far as it is known.
struct Said {
  std::vector<std::string> words{};
  std::optional<WholeRange> number{};
};
using SaidOf = std::function<Said(std::uint8_t field)>;

struct Predicate {
  /// `eq` and `ge` are read as `in`.
  enum class Test : std::uint8_t { all, any, in, absent };
  Test test = Test::all;  ///< of no parts: it always holds
  std::uint8_t field = 0;
  std::vector<std::string> words{};
  std::vector<WholeRange> ranges{};
  std::vector<Predicate> parts{};
};

struct Judged {
  bool holds = false;
  FieldSet by = 0;  ///< what it was seen by; nothing where it does not hold
};

/// A word satisfies `in` when any of those said is among its words; a number, when everything that
/// it may be lies in one of its ranges.
Judged judge(const Predicate& predicate, const SaidOf& said);

}  // namespace hub::domain
