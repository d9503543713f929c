// The one form of whatever is declared: a field of something, `eq`, `in`, `ge` or `absent`, joined
// by `all` and `any`. What the fields are is a vocabulary of whoever uses it: household patterns
// ask about members, mappings about columns. There is no `not`: what is unknown satisfies nothing,
// so more knowledge never takes a match away but by `absent`.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagu::condition {

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
/// The first 32 fields of a vocabulary, a bit each.
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
inline Judged judge(const Predicate& predicate, const SaidOf& said);

namespace detail {

inline bool is_in(const Predicate& predicate, const Said& said) {
  if (said.number) {
    return std::any_of(predicate.ranges.begin(), predicate.ranges.end(),
                       [&](const WholeRange& range) { return range.holds(*said.number); });
  }
  return std::any_of(said.words.begin(), said.words.end(), [&](const std::string& word) {
    return std::find(predicate.words.begin(), predicate.words.end(), word) != predicate.words.end();
  });
}

inline Judged judge_field(const Predicate& predicate, const SaidOf& said) {
  const Said answer = said(predicate.field);
  if (predicate.test == Predicate::Test::absent) return {answer.words.empty() && !answer.number, 0};
  if (!is_in(predicate, answer)) return {};
  return {true, predicate.field < 32 ? FieldSet{1} << predicate.field : 0};
}

/// Every part is asked, so that all by which it holds is named.
inline Judged judge_parts(const Predicate& predicate, const SaidOf& said) {
  const bool all = predicate.test == Predicate::Test::all;
  Judged judged{all, 0};
  for (const Predicate& part : predicate.parts) {
    const Judged one = judge(part, said);
    judged.holds = all ? judged.holds && one.holds : judged.holds || one.holds;
    judged.by |= one.by;
  }
  return judged.holds ? judged : Judged{};
}

}  // namespace detail

inline Judged judge(const Predicate& predicate, const SaidOf& said) {
  const bool of_field =
      predicate.test == Predicate::Test::in || predicate.test == Predicate::Test::absent;
  return of_field ? detail::judge_field(predicate, said) : detail::judge_parts(predicate, said);
}

}  // namespace tsunagu::condition
