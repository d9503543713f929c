#include "hub/matching/match.hpp"

#include <algorithm>
#include <tuple>

#include "hub/matching/both.hpp"

namespace hub::matching {
namespace {

using domain::Answer;
using domain::Distance;
using domain::Part;
using domain::Places;

bool share(const Words& one, const Words& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& word) {
    return std::find(other.begin(), other.end(), word) != other.end();
  });
}

void add(Words& all, const Words& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// In hundredths of what the part can give.
int hundredths(Distance distance) {
  constexpr std::array<int, 4> of{100, 60, 30, 0};
  return of[static_cast<std::size_t>(distance)];
}
int hundredths(Places places) {
  constexpr std::array<int, 4> of{100, 60, 30, 0};
  return of[static_cast<std::size_t>(places)];
}

/// Wishes that come true, of all; whoever wishes nothing misses nothing.
int wishes_met(const Seeker& seeker, const Offer& offer) {
  if (seeker.wishes.empty()) return 100;
  const auto met =
      std::count_if(seeker.wishes.begin(), seeker.wishes.end(), [&](const std::string& wish) {
        return std::find(offer.features.begin(), offer.features.end(), wish) !=
               offer.features.end();
      });
  return static_cast<int>(met * 100 / static_cast<std::ptrdiff_t>(seeker.wishes.size()));
}

/// Who would come twice a month can at a place that is open daily; not the other way round.
std::optional<int> pace_met(const Seeker& seeker, const Offer& offer) {
  if (!seeker.visits || !offer.occasions) return std::nullopt;
  if (*seeker.visits <= *offer.occasions) return 100;
  return *offer.occasions * 100 / *seeker.visits;
}

void join(Fit& fit, const domain::Conditioned& one) {
  fit.answer = std::max(fit.answer, one.answer);
  fit.by |= one.by;
}

}  // namespace

bool is_stale(const domain::MatchingRules& rules, std::optional<std::chrono::sys_days> confirmed,
              std::chrono::sys_days day) {
  return !confirmed || *confirmed + std::chrono::days(rules.stale_after_days) < day;
}

std::optional<Distance> distance(const Seeker& seeker, const Offer& offer) {
  const bool cities = !seeker.city.empty() && !offer.city.empty();
  if (cities && seeker.city != offer.city) return Distance::elsewhere;
  const bool towns = !seeker.town.empty() && !offer.town.empty();
  if (!cities || !towns) return std::nullopt;
  if (seeker.town == offer.town) return Distance::same_town;
  const bool area = !seeker.area.empty() && seeker.area == offer.area;
  return area ? Distance::same_area : Distance::same_city;
}

Matcher::Matcher(const domain::MatchingRules& rules, const Seeker& seeker,
                 std::chrono::sys_days day)
    : rules_(rules), seeker_(seeker), day_(day), kinds_(seeker.kinds) {
  if (!kinds_.empty() || !seeker.concerns) return;  // whoever names a kind wants that kind
  for (const auto& serving : rules.serves) {
    const auto& asked = *seeker.concerns;
    if (std::find(asked.begin(), asked.end(), serving.concern) == asked.end()) continue;
    add(kinds_, serving.kinds);
    add(fields_, serving.fields);
  }
}

Matcher::Served Matcher::served(const Offer& offer) const {
  if (kinds_.empty() && fields_.empty()) return Served::nothing_asked;
  if (share(kinds_, offer.kinds)) return Served::by_kind;
  return share(fields_, offer.fields) ? Served::by_field : Served::no;
}

Fit Matcher::fit(const Offer& offer) const {
  const auto how = served(offer);
  std::optional<bool> is_served;
  if (how != Served::nothing_asked) is_served = how != Served::no;
  const Both both(seeker_, offer, is_served);
  Fit fit;
  // First what most resources fail: everybody's rules, the need foremost.
  for (std::size_t at = 0; at < rules_.conditions.size() && fit.answer != Answer::no; ++at) {
    const auto one = domain::ask(rules_.conditions[at].when, both);
    if (one.answer != Answer::yes) fit.conditions.push_back(at);
    join(fit, one);
  }
  if (fit.answer != Answer::no) join(fit, domain::ask(offer.conditions, both));
  return fit;
}

Reason Matcher::part(Part part, const Offer& offer) const {
  Reason reason{.part = part, .points = 0, .of = rules_.weights[static_cast<std::size_t>(part)]};
  std::optional<int> met;
  switch (part) {
    case Part::need: {
      const auto how = served(offer);
      if (how != Served::nothing_asked)
        met = how == Served::by_kind ? 100 : how == Served::by_field ? 50 : 0;
      break;
    }
    case Part::wish:
      met = wishes_met(seeker_, offer);
      break;
    case Part::pace:
      met = pace_met(seeker_, offer);
      break;
    case Part::distance:
      if (const auto known = distance(seeker_, offer)) met = hundredths(*known);
      break;
    case Part::places:
      if (offer.places) met = hundredths(*offer.places);
      break;
  }
  reason.known = met.has_value();
  reason.points = reason.of * met.value_or(0) / 100;
  return reason;
}

Reasons Matcher::score(const Offer& offer) const {
  Reasons reasons;
  for (std::size_t at = 0; at < reasons.size(); ++at)
    reasons[at] = part(static_cast<Part>(at), offer);
  return reasons;
}

std::vector<Candidate> Matcher::among(std::span<const Offer> offers, std::size_t at_most) const {
  std::vector<Candidate> all;
  all.reserve(offers.size());
  for (std::size_t at = 0; at < offers.size(); ++at) {
    auto fits = fit(offers[at]);
    if (fits.answer == Answer::no) continue;
    Candidate& one = all.emplace_back();
    one.offer = at;
    one.fit = std::move(fits);
    one.reasons = score(offers[at]);
    for (const auto& reason : one.reasons)
      one.score += reason.points;
    one.stale = is_stale(rules_, offers[at].confirmed, day_);
  }
  const auto before = [&](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.score, a.fit.answer, offers[a.offer].id) <
           std::tuple(-b.score, b.fit.answer, offers[b.offer].id);
  };
  const auto last = all.begin() + static_cast<std::ptrdiff_t>(std::min(at_most, all.size()));
  std::partial_sort(all.begin(), last, all.end(), before);
  all.erase(last, all.end());
  return all;
}

}  // namespace hub::matching
