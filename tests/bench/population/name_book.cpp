#include "tests/bench/population/name_book.hpp"

#include <algorithm>

#include "tests/bench/population/text.hpp"

namespace bench::population {

namespace {

/// Readings behind the first are rarer.
constexpr std::uint32_t share_of(std::size_t reading) {
  return reading == 0 ? 8 : 2;
}

}  // namespace

NameBook::NameBook(const std::string& folder) {
  read_families(folder);
  read_tail(folder);
  read_given(folder);
  read_variants(folder);
}

void NameBook::hear(const std::string& kana, const std::string& kanji) {
  std::vector<std::string>& heard = sounds_[kana];
  if (std::find(heard.begin(), heard.end(), kanji) == heard.end()) heard.push_back(kanji);
}

void NameBook::read_families(const std::string& folder) {
  for (const auto& row : read_table(folder + "/families.tsv")) {
    const std::vector<std::string> readings = split(row[1], ',');
    for (std::size_t i = 0; i < readings.size(); ++i) {
      families_.push_back({row[0], readings[i]});
      by_family_.add(static_cast<std::uint32_t>(std::stoul(row[2])) * share_of(i));
      hear(readings[i], row[0]);
    }
    readings_.emplace(row[0], readings);
  }
}

void NameBook::read_tail(const std::string& folder) {
  for (const auto& row : read_table(folder + "/family_parts.tsv")) {
    // Here the part has one kanji and several readings.
    (row[0] == "head" ? heads_ : tails_).push_back({row[1], split(row[2], ',')});
  }
}

void NameBook::read_given(const std::string& folder) {
  const auto weigh = [](std::array<Weights, cohorts>& weights, const std::string& born) {
    for (std::size_t i = 0; i < cohorts; ++i)
      weights[i].add(static_cast<std::uint32_t>(born.at(i) - '0'));
  };
  for (const auto& row : read_table(folder + "/given.tsv")) {
    Bearers& of = bearers_.at(row[0] == "1" ? 0 : 1);
    of.whole.push_back({row[1], split(row[2], ',')});
    weigh(of.by_whole, row[3]);
    for (const std::string& kanji : of.whole.back().kanji)
      hear(row[1], kanji);
  }
  for (const auto& row : read_table(folder + "/given_parts.tsv")) {
    Bearers& of = bearers_.at(row[0] == "1" ? 0 : 1);
    const bool stem = row[1] == "stem";
    (stem ? of.stems : of.ends).push_back({row[2], split(row[3], ',')});
    weigh(stem ? of.by_stem : of.by_end, row[4]);
  }
}

void NameBook::read_variants(const std::string& folder) {
  for (const auto& row : read_table(folder + "/variants.tsv"))
    variants_.push_back({row[0], row[1], static_cast<std::uint32_t>(std::stoul(row[2]))});
}

std::size_t NameBook::cohort(std::uint32_t born) noexcept {
  constexpr std::array<std::uint32_t, cohorts - 1> until = {1935, 1955, 1975, 1995, 2010};
  return static_cast<std::size_t>(std::lower_bound(until.begin(), until.end(), born) -
                                  until.begin());
}

Written NameBook::family(Dice& dice) const {
  constexpr std::uint32_t of_the_tail = 22;
  if (!dice.percent(of_the_tail)) return families_[by_family_.pick(dice)];
  // Zipf by a product of two draws: small indices are likelier than large ones.
  const auto low = [&](std::size_t n) {
    const auto size = static_cast<std::uint32_t>(n);
    const std::uint32_t one = dice.below(size);
    return std::min(one, dice.below(size));
  };
  const Part& head = heads_[low(heads_.size())];
  const Part& tail = tails_[low(tails_.size())];
  if (head.kana == tail.kana) return families_[by_family_.pick(dice)];
  const auto read = [&](const Part& part) {
    return dice.percent(80) ? part.kanji.front() : dice.one_of(part.kanji);
  };
  const std::string first = read(head);
  return {head.kana + tail.kana, first + read(tail)};
}

Written NameBook::of_parts(Dice& dice, const Bearers& of, std::size_t cohort) const {
  const Part& stem = of.stems[of.by_stem[cohort].pick(dice)];
  const Part& end = of.ends[of.by_end[cohort].pick(dice)];
  if (stem.kana == end.kana) return {dice.one_of(stem.kanji), stem.kana};
  const std::string& first = dice.one_of(stem.kanji);
  return {first + dice.one_of(end.kanji), stem.kana + end.kana};
}

Written NameBook::given(Dice& dice, std::uint32_t sex, std::uint32_t born) const {
  const Bearers& of = bearers_.at(sex == 1 ? 0 : 1);
  const std::size_t when = cohort(born);
  if (dice.percent(45)) return of_parts(dice, of, when);
  const Part& whole = of.whole[of.by_whole[when].pick(dice)];
  return {dice.one_of(whole.kanji), whole.kana};
}

Written NameBook::given_like(Dice& dice, const Written& other, std::uint32_t sex,
                             std::uint32_t born) const {
  const Bearers& of = bearers_.at(sex == 1 ? 0 : 1);
  for (const Part& stem : of.stems) {
    if (!other.kana.starts_with(stem.kana)) continue;
    for (const std::string& kanji : stem.kanji) {
      if (!other.kanji.starts_with(kanji) || other.kanji == kanji) continue;
      const Part& end = of.ends[of.by_end[cohort(born)].pick(dice)];
      const Written made{kanji + dice.one_of(end.kanji), stem.kana + end.kana};
      if (made.kanji != other.kanji && made.kana != other.kana) return made;
    }
  }
  return given(dice, sex, born);
}

std::string NameBook::other_reading(Dice& dice, const std::string& kanji,
                                    const std::string& kana) const {
  const auto found = readings_.find(kanji);
  if (found == readings_.end() || found->second.size() < 2) return {};
  const std::string& other = dice.one_of(found->second);
  return other == kana ? std::string() : other;
}

std::string NameBook::same_sound(Dice& dice, const std::string& kana,
                                 const std::string& kanji) const {
  const auto found = sounds_.find(kana);
  if (found == sounds_.end()) return {};
  const std::string& other = dice.one_of(found->second);
  return other == kanji ? std::string() : other;
}

std::string NameBook::as_registered(Dice& dice, const std::string& kanji) const {
  std::string made = kanji;
  for (const Variant& one : variants_) {
    if (made.find(one.common) == std::string::npos) continue;
    if (dice.below(1000) < one.per_mille) made = replaced(made, one.common, one.variant);
  }
  return made;
}

std::string NameBook::common(const std::string& kanji) const {
  std::string made = kanji;
  for (const Variant& one : variants_)
    made = replaced(made, one.variant, one.common);
  return made;
}

}  // namespace bench::population
