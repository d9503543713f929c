// `tsunagu normalize`: what the hub makes of one name, kana, date, address, number or telephone.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/tables.hpp"
#include "tsunagu/text/problem.hpp"

namespace hub::cli {

enum class Normalization { name, kana, date, address, number, phone };

std::optional<Normalization> normalization_named(std::string_view word);

/// What to normalize, by which tables, and what is known beside an address. Borrows all.
struct Normalizer {
  Normalization what = Normalization::name;
  const normalize::Tables& tables;
  normalize::AddressHint hint{};
  /// The answers also say "weak", "further", "steps", and of an error the "reason".
  bool explains = false;
};

/// A key, or why there is none: the reader's Problem, or the first warning of an empty key. Only a
/// name has further ones.
tsunagu::text::Outcome<normalize::NameKey> normalized(const Normalizer& by, std::string_view text);

/// `{"input":…,"key":…,"warnings":[…]}` or `{"input":…,"error":…}`; the input is null where it is
/// not UTF-8 or holds a NUL. A date's key is ISO as far as it is known, a number's the integer.
std::string answer_to(const Normalizer& by, std::string_view text);

/// One answer a line.
void answer_lines(const Normalizer& by, std::istream& in, std::ostream& out);

}  // namespace hub::cli
