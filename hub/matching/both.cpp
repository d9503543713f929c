#include "hub/matching/both.hpp"

#include <algorithm>

#include "hub/matching/match.hpp"

namespace hub::matching {
namespace {

using domain::Heard;
using domain::MatchField;
using domain::WholeRange;

/// The words that are the hub's own; `Heard` borrows strings.
template <std::size_t N>
std::array<std::string, N> strings_of(const std::array<std::string_view, N>& names) {
  std::array<std::string, N> out;
  std::copy(names.begin(), names.end(), out.begin());
  return out;
}

Heard word(const std::string& word) {
  return {.words = {&word, 1}, .number = {}, .known = true};
}
Heard word_or_nothing(const std::string& text) {
  return text.empty() ? Heard{} : word(text);
}
Heard words(const std::optional<Words>& known) {
  return known ? Heard{.words = *known, .number = {}, .known = true} : Heard{};
}
Heard flag(std::optional<bool> known) {
  static const std::array<std::string, 2> yes_no{"yes", "no"};
  return known ? word(yes_no[*known ? 0 : 1]) : Heard{};
}
Heard number(std::optional<std::int64_t> known) {
  return known ? Heard{.words = {}, .number = WholeRange{*known, *known}, .known = true} : Heard{};
}

/// Every set of days as words, made once.
const Words& words_of(const Days& days) {
  static const auto sets = [] {
    const auto& names = domain::match_fields[static_cast<std::size_t>(MatchField::day)].words;
    std::array<Words, 256> out;
    for (std::size_t set = 0; set < out.size(); ++set) {
      for (std::size_t day = 0; day < names.size(); ++day) {
        if (Days(set).test(day)) out[set].emplace_back(names[day]);
      }
    }
    return out;
  }();
  return sets[days.to_ulong()];
}

Heard places_of(const Offer& offer) {
  static const auto names = strings_of(domain::places_names);
  return offer.places ? word(names[static_cast<std::size_t>(*offer.places)]) : Heard{};
}

Heard distance_of(const Seeker& seeker, const Offer& offer) {
  static const auto names = strings_of(domain::distance_names);
  const auto known = distance(seeker, offer);
  return known ? word(names[static_cast<std::size_t>(*known)]) : Heard{};
}

Heard plan_of(const Seeker& seeker) {
  static const std::string decided = "decided";
  if (!seeker.plan_decided) return {};
  return *seeker.plan_decided ? word(decided) : Heard{.words = {}, .number = {}, .known = true};
}

}  // namespace

Heard Both::of_person(MatchField field) const {
  switch (field) {
    case MatchField::age:
      return seeker_.age ? Heard{.words = {}, .number = seeker_.age, .known = true} : Heard{};
    case MatchField::sex:
      return words(seeker_.sex);
    case MatchField::certificate:
      return words(seeker_.certificates);
    case MatchField::concern:
      return words(seeker_.concerns);
    case MatchField::group:
      return words(seeker_.groups);
    case MatchField::plan:
      return plan_of(seeker_);
    case MatchField::introduction:
      return flag(seeker_.introduced);
    case MatchField::visits:
      return number(seeker_.visits);
    case MatchField::town:
      return word_or_nothing(seeker_.town);
    case MatchField::area:
      return word_or_nothing(seeker_.area);
    case MatchField::day:
      return seeker_.days ? Heard{.words = words_of(*seeker_.days), .number = {}, .known = true}
                          : Heard{};
    default:
      return flag(seeker_.needs_transport);
  }
}

Heard Both::of_both(MatchField field) const {
  switch (field) {
    case MatchField::kind:
      return {.words = offer_.kinds, .number = {}, .known = !offer_.kinds.empty()};
    case MatchField::serves:
      return flag(served_);
    case MatchField::places:
      return places_of(offer_);
    case MatchField::shared_days:
      if (!seeker_.days || !offer_.days) return {};
      return number(static_cast<std::int64_t>((*seeker_.days & *offer_.days).count()));
    case MatchField::distance:
      return distance_of(seeker_, offer_);
    case MatchField::transport:
      return flag(offer_.transport);
    case MatchField::participation:
      return flag(offer_.participation);
    default:
      return {.words = offer_.fees, .number = {}, .known = !offer_.fees.empty()};
  }
}

Heard Both::hear(std::uint8_t number) const {
  const auto field = static_cast<MatchField>(number);
  return field < MatchField::kind ? of_person(field) : of_both(field);
}

}  // namespace hub::matching
