#include "hub/linkage/name_level.hpp"

#include <algorithm>

#include "hub/linkage/similarity.hpp"

namespace hub::linkage {
namespace {

/// One part of one name: the family name or the given name.
struct Part {
  Reading reading = 0;
  SpellingHash spelling = 0;
  std::uint16_t loose = 0;
};

enum class Spelled : std::uint8_t { missing, same, variant, different };
enum class Read : std::uint8_t { missing, same, voiced, close, similar, far };

Spelled compare_spellings(const Part& a, const Part& b) noexcept {
  if (a.spelling == 0 || b.spelling == 0) return Spelled::missing;
  if (a.spelling == b.spelling) return Spelled::same;
  return a.loose != 0 && a.loose == b.loose ? Spelled::variant : Spelled::different;
}

Read compare_readings(Reading a, Reading b) noexcept {
  if (a == 0 || b == 0) return Read::missing;
  if (a == b) return Read::same;
  if (sound_alike(a, b)) return Read::voiced;
  const auto alike = jaro_winkler(a, b);
  if (alike >= close_reading) return Read::close;
  return alike >= similar_reading ? Read::similar : Read::far;
}

NameLevel level_of_same_reading(Spelled spelled) noexcept {
  switch (spelled) {
    case Spelled::missing:
      return NameLevel::read_same_only;
    case Spelled::same:
      return NameLevel::same;
    case Spelled::variant:
      return NameLevel::variant;
    case Spelled::different:
      return NameLevel::read_same;
  }
  return NameLevel::missing;
}

NameLevel level_without_reading(Spelled spelled) noexcept {
  if (spelled == Spelled::missing) return NameLevel::missing;
  return spelled == Spelled::different ? NameLevel::far : NameLevel::spelled_only;
}

/// A variant is known by 16 bits of a hash, so one in 65,536 pairs of different names seems to be
/// one: where the readings differ by more than a slip, it is no witness.
NameLevel level_of(Spelled spelled, Read read) noexcept {
  if (read == Read::same) return level_of_same_reading(spelled);
  if (read == Read::missing) return level_without_reading(spelled);
  const bool slip = read == Read::voiced || read == Read::close;
  if (spelled == Spelled::same) return slip ? NameLevel::spelled_close : NameLevel::spelled_far;
  if (spelled == Spelled::variant && slip) return NameLevel::spelled_close;
  if (slip && spelled == Spelled::different) return NameLevel::both_close;
  if (slip) return read == Read::voiced ? NameLevel::voiced : NameLevel::close;
  return read == Read::similar ? NameLevel::similar : NameLevel::far;
}

NameLevel compare_parts(const Part& a, const Part& b) noexcept {
  return level_of(compare_spellings(a, b), compare_readings(a.reading, b.reading));
}

struct Parts {
  Part family;
  Part given;
};

/// Where to part a whole reading: as the other one is, else in the middle of the shorter.
unsigned family_length(const Packed& a, const Packed& b) noexcept {
  if (!a.whole_reading) return length_of(a.family);
  if (!b.whole_reading) return length_of(b.family);
  const auto length = [](const Packed& row) {
    return length_of(row.family) + length_of(row.given);
  };
  return std::min(length(a), length(b)) / 2;
}

Parts parts_of(const Packed& row, unsigned family_length) noexcept {
  SplitReading reading{row.family, row.given};
  if (row.whole_reading) reading = split_at(whole_reading(row), family_length);
  Parts parts{{reading.family, 0, 0}, {reading.given, 0, 0}};
  if (row.whole_spelling) return parts;
  parts.family.spelling = row.spelled_family;
  parts.family.loose = row.loose_family;
  parts.given.spelling = row.spelled_given;
  parts.given.loose = row.loose_given;
  return parts;
}

/// A whole spelling can only be the same as another whole one, or different.
void settle_whole_spellings(const Packed& a, const Packed& b, Parts& mine, Parts& theirs) noexcept {
  if (!a.whole_spelling && !b.whole_spelling) return;
  const auto left = whole_spelling(a);
  const auto right = whole_spelling(b);
  if (left == 0 || right == 0) return;
  mine.family.spelling = mine.given.spelling = left;
  theirs.family.spelling = theirs.given.spelling = right;
  const auto loose = static_cast<std::uint16_t>(left == right ? 1 : 2);
  mine.family.loose = mine.given.loose = 1;
  theirs.family.loose = theirs.given.loose = loose;
}

bool fits(NameLevel level) noexcept {
  return level != NameLevel::missing && level <= NameLevel::spelled_close;
}

bool is_far(NameLevel level) noexcept {
  return level == NameLevel::far || level == NameLevel::similar;
}

/// Neither written nor read the same, so far as both are known.
bool differ(const Part& a, const Part& b) noexcept {
  const bool loosely = a.loose != 0 && a.loose == b.loose;
  return a.reading != b.reading && a.spelling != b.spelling && !loosely;
}

bool is_parted_and_known(const Packed& row) noexcept {
  return !row.whole_reading && !row.whole_spelling && row.given != 0 && row.spelled_given != 0;
}

}  // namespace

bool given_names_differ(const Packed& a, const Packed& b) noexcept {
  if (!is_parted_and_known(a) || !is_parted_and_known(b)) return false;
  const Part mine{a.given, a.spelled_given, a.loose_given};
  const Part theirs{b.given, b.spelled_given, b.loose_given};
  return differ(mine, theirs) && differ({a.family, a.spelled_family, a.loose_family}, theirs);
}

NameLevels compare_names(const Packed& a, const Packed& b) noexcept {
  const auto length = family_length(a, b);
  auto mine = parts_of(a, length);
  auto theirs = parts_of(b, length);
  settle_whole_spellings(a, b, mine, theirs);
  const NameLevels straight{compare_parts(mine.family, theirs.family),
                            compare_parts(mine.given, theirs.given)};
  if (!is_far(straight.family) || !is_far(straight.given)) return straight;
  const NameLevels crossed{compare_parts(mine.family, theirs.given),
                           compare_parts(mine.given, theirs.family)};
  return fits(crossed.family) && fits(crossed.given) ? crossed : straight;
}

}  // namespace hub::linkage
