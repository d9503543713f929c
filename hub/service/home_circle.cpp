#include "hub/service/home_circle.hpp"

#include <algorithm>

#include "hub/service/home_keys.hpp"
#include "hub/service/link.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/protect.hpp"
#include "hub/store/households.hpp"

namespace hub::service {
namespace {

using linkage::Place;
using store::PersonRow;
using Persons = HomeCircle::Persons;

constexpr auto hint = number_of(domain::RecordKind::household_hint);

void add_once(crypto::Token token, std::vector<crypto::Token>& tokens) {
  if (std::find(tokens.begin(), tokens.end(), token) == tokens.end()) tokens.push_back(token);
}

std::uint16_t packed_day(base::UtcMillis at) {
  using namespace std::chrono;
  const sys_days first = year(2000) / January / 1;
  const auto days = (sys_days(base::jst_day(at)) - first).count();
  return static_cast<std::uint16_t>(std::clamp<std::int64_t>(days, 0, 0xFFFF));
}

}  // namespace

const Someone& HomeCircle::read(PersonRow person) {
  const auto [known, fresh] = read_.try_emplace(person);
  auto& someone = known->second;
  if (!fresh) return someone;
  std::vector<linkage::Residence> residences;
  for (const auto& linked : store::linked_records(open_.reader(), person)) {
    const auto place = open_.place_of(linked.link.record);
    if (!place) continue;
    owners_.resize(open_.population().records(), person);
    someone.places.push_back(*place);
    const auto& row = open_.population().rows_of(*place).front();
    someone.hidden = someone.hidden || row.hidden;
    if (const auto one = linkage::residence_in(row); one.known()) residences.push_back(one);
    someone.tokens.insert(someone.tokens.end(), linked.tokens.begin(), linked.tokens.end());
    if (const auto self = person_in(linked.tokens)) read_hints(*self, *place, someone);
  }
  someone.now = linkage::latest(residences);
  if (someone.now.known()) someone.house = house_token(open_.reader().keys(), someone.now);
  return someone;
}

void HomeCircle::read_hints(crypto::Token self, Place place, Someone& someone) {
  places_.emplace(self, place);
  for (const auto& told : store::tokens_with(open_.reader(), self, hint)) {
    const auto day = packed_day(told.changed_at);
    for (const auto token : told.tokens) {
      if (is_kind(MatchKind::household_number, token)) note_number(token, place, day, someone);
      if (!is_kind(MatchKind::housemate, token)) continue;
      const auto other = tagged(MatchKind::person_record, token);
      stated_.push_back({place, other, day});
      add_once(other, someone.housemates);
    }
  }
  for (const auto& told :
       store::tokens_with(open_.reader(), tagged(MatchKind::housemate, self), hint)) {
    const auto focus = person_in(told.tokens);
    if (focus) add_once(*focus, someone.housemates);
  }
}

/// The latest of several hints with one number counts.
void HomeCircle::note_number(crypto::Token number, Place place, std::uint16_t day,
                             Someone& someone) {
  const auto key = static_cast<std::uint64_t>(number);
  for (auto& bearer : registers_) {
    if (bearer.record != place || bearer.number != key) continue;
    bearer.day = std::max(bearer.day, day);
    return;
  }
  registers_.push_back({key, place, day});
  add_once(number, someone.numbers);
}

/// A large house is read to its end only where all who live there are asked for.
const HomeCircle::House& HomeCircle::house(crypto::Token token, std::size_t stirred) {
  auto& known = houses_[token];
  if (known.whole || (known.large && stirred <= known.stirred)) return known;
  House found;
  found.stirred = stirred;
  std::size_t shown = 0;
  for (const auto person : store::persons_with(open_.reader(), token)) {
    const auto& someone = read(person);
    if (someone.house != token) continue;
    found.residents.push_back(person);
    shown += someone.hidden ? 0 : 1;
    found.large = shown > settings_.most_at_address;
    if (shown > settings_.most_at_address + stirred) return known = std::move(found);
  }
  found.whole = true;
  return known = std::move(found);
}

void HomeCircle::add_residents(const Someone& someone, crypto::Token token, const Around& how,
                               Persons& near) {
  const auto& there = house(token, how.stirred);
  if (!there.large || (there.whole && how.stirred > 0)) {
    near.insert(near.end(), there.residents.begin(), there.residents.end());
    return;
  }
  if (token != someone.house || someone.now.room == 0) return;
  const auto room = room_token(open_.reader().keys(), someone.now);
  for (const auto person : store::persons_with(open_.reader(), room)) {
    const auto& other = read(person).now;
    if (other.same_house(someone.now) && other.room == someone.now.room) near.push_back(person);
  }
}

/// A number that is too common is read to its end only where all who bear it are asked for.
const HomeCircle::Bearers& HomeCircle::bearers(crypto::Token number, std::size_t stirred) {
  auto& known = bearers_[number];
  const auto limit = settings_.most_bearers + stirred;
  if (known.whole || known.shown > limit) return known;
  Bearers found;
  for (const auto& told : store::tokens_with(open_.reader(), number, hint)) {
    const auto focus = person_in(told.tokens);
    const auto link = focus ? person_behind(open_.reader(), *focus) : std::nullopt;
    if (!link || !found.persons.insert(link->person).second) continue;
    found.shown += read(link->person).hidden ? 0 : 1;
    if (found.shown > limit) return known = std::move(found);
  }
  found.whole = true;
  return known = std::move(found);
}

void HomeCircle::add_bearers(crypto::Token number, const Around& how, Persons& near) {
  const auto& there = bearers(number, how.stirred);
  if (there.shown <= settings_.most_bearers + how.stirred)
    near.insert(near.end(), there.persons.begin(), there.persons.end());
}

void HomeCircle::add_housemates(const Someone& someone, Persons& near) {
  for (const auto token : someone.housemates) {
    const auto link = person_behind(open_.reader(), token);
    if (!link) continue;
    (void)read(link->person);
    near.push_back(link->person);
  }
}

Persons HomeCircle::near(PersonRow person, const Around& how) {
  const auto& someone = read(person);
  Persons near;
  if (someone.house != 0) add_residents(someone, someone.house, how, near);
  if (how.before) {
    for (const auto token : of_kind(MatchKind::house, someone.tokens)) {
      if (token != someone.house) add_residents(someone, token, how, near);
    }
  }
  for (const auto number : someone.numbers)
    add_bearers(number, how, near);
  add_housemates(someone, near);
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

std::vector<linkage::StatedHousemates> HomeCircle::stated() const {
  std::vector<linkage::StatedHousemates> pairs;
  for (const auto& one : stated_) {
    const auto other = places_.find(one.other);
    if (other != places_.end()) pairs.push_back({one.place, other->second, one.day});
  }
  return pairs;
}

std::vector<linkage::NotOfHousehold> HomeCircle::apart() {
  std::vector<linkage::NotOfHousehold> pairs;
  if (!store::are_households_split(open_.reader())) return pairs;
  const auto& population = open_.population();
  std::map<store::RecordRow, Place> places;
  for (Place place = 0; place < population.records(); ++place)
    places.emplace(open_.record_at(place), place);
  for (const auto& [record, place] : places) {
    for (const auto whose : store::not_with(open_.reader(), record)) {
      const auto other = places.find(whose);
      if (other != places.end()) pairs.push_back({place, other->second});
    }
  }
  return pairs;
}

std::vector<linkage::HidesFrom> HomeCircle::hiding() {
  std::vector<linkage::HidesFrom> pairs;
  if (!open_.anybody_hidden()) return pairs;
  std::vector<std::pair<Place, std::vector<store::Protection>>> named;
  for (const auto& [person, someone] : read_) {
    auto entries = protections_of(open_.reader(), someone.tokens, at_);
    if (!someone.places.empty() && !entries.empty())
      named.emplace_back(someone.places.front(), std::move(entries));
  }
  for (const auto& one : named) {
    for (const auto& other : named) {
      if (one.first < other.first && hides(one.second, other.second))
        pairs.push_back({one.first, other.first});
    }
  }
  return pairs;
}

std::vector<std::uint64_t> HomeCircle::large_houses() const {
  std::vector<std::uint64_t> large;
  for (const auto& [token, house] : houses_) {
    if (house.large) large.push_back(read_.at(house.residents.front()).now.house());
  }
  std::sort(large.begin(), large.end());
  return large;
}

linkage::Homes HomeCircle::settle() {
  std::vector<Place> person(open_.population().records());
  for (const auto& [row, someone] : read_) {
    for (const auto place : someone.places)
      person[place] = someone.places.front();
  }
  const auto stated_pairs = stated();
  const auto apart_pairs = apart();
  const auto hiding_pairs = hiding();
  const auto large = large_houses();
  return linkage::settle_homes(
      {open_.population(), person, registers_, stated_pairs, apart_pairs, hiding_pairs, large},
      settings_);
}

}  // namespace hub::service
