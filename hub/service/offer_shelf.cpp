#include "hub/service/offer_shelf.hpp"

#include <algorithm>

#include "hub/codec/predicate_json.hpp"
#include "hub/normalize/town_key.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using domain::MatchField;
using domain::Predicate;

constexpr std::size_t lgcode5 = 5;
constexpr std::string_view wants_introduction = "要紹介";
constexpr std::string_view brings = "送迎";
constexpr int weeks_of_month = 4;
/// A change within this time may share its moment with another that comes yet.
constexpr std::chrono::milliseconds settled{1000};

Predicate in_field(MatchField field) {
  return {Predicate::Test::in, static_cast<std::uint8_t>(field), {}, {}, {}};
}

/// What staff wrote, and what the source says of age and introduction.
Predicate conditions_of(const ResourceFacts& facts) {
  Predicate all;
  const auto parsed = tsunagu::json::parse_untrusted(facts.added.conditions);
  if (!facts.added.conditions.empty() && parsed.ok()) {
    auto own = codec::predicate_from(parsed.root(), domain::match_fields);
    if (own) all.parts.push_back(std::move(*own));
  }
  if (facts.minimum_age || facts.maximum_age) {
    auto& age = all.parts.emplace_back(in_field(MatchField::age));
    age.ranges.push_back(
        {facts.minimum_age.value_or(0), facts.maximum_age.value_or(domain::WholeRange{}.until)});
  }
  const auto& words = facts.acceptance;
  if (std::find(words.begin(), words.end(), wants_introduction) != words.end())
    all.parts.emplace_back(in_field(MatchField::introduction)).words = {"yes"};
  return all;
}

void add_day(std::string_view word, matching::Days& days) {
  const auto& names = domain::match_fields[static_cast<std::size_t>(MatchField::day)].words;
  const auto at = std::find(names.begin(), names.end(), word);
  if (at != names.end()) days.set(static_cast<std::size_t>(at - names.begin()));
}

/// "1Th" is once a month; "0We" every Wednesday; "15" the 15th, on any day.
void add_times(const ResourceFacts& facts, matching::Offer& offer) {
  matching::Days days;
  int month = 0;
  for (const auto& hours : facts.hours) {
    matching::Days of;
    for (const auto& day : hours.days)
      add_day(day, of);
    const bool weekly = hours.specific.empty();
    if (weekly) month += weeks_of_month * static_cast<int>(of.count());
    for (const auto& special : hours.specific) {
      if (special.size() == 3) add_day(std::string_view(special).substr(1), of);
      month += special.starts_with('0') ? weeks_of_month : 1;
    }
    days |= of;
  }
  if (days.any()) offer.days = days;
  if (month > 0) offer.occasions = month;
}

std::string city_of(const ResourceFacts& facts, const Towns& towns, const std::string& town) {
  if (!town.empty()) return towns.city();
  for (const auto* code : {&facts.address.code, &facts.publisher_code}) {
    if (code->size() >= lgcode5) return code->substr(0, lgcode5);
  }
  return {};
}

}  // namespace

Towns::Towns(const Book& book, const normalize::Tables& tables, base::UtcMillis at)
    : tables_(tables), city_(book.profile.municipality.code.substr(0, lgcode5)) {
  const auto today = base::jst_day(at);
  for (const auto& area : book.profile.areas) {
    if (area.whole || !profile::covers(area.period, today)) continue;
    for (const auto& town : area.towns)
      areas_.try_emplace(town_of(town.name), area.code);
  }
}

std::string Towns::town_of(std::string_view text) const {
  return text.empty() ? std::string() : normalize::town_key(text, tables_, city_);
}

std::string Towns::area_of(const std::string& town) const {
  const auto found = town.empty() ? areas_.end() : areas_.find(town);
  return found == areas_.end() ? std::string() : found->second;
}

matching::Offer offer_of(const ResourceFacts& facts, const Towns& towns) {
  matching::Offer offer;
  offer.id = facts.id;
  offer.kinds = facts.service_types;
  if (!facts.kind.empty()) offer.kinds.insert(offer.kinds.begin(), facts.kind);
  offer.fields = facts.fields;
  offer.features = facts.acceptance;
  offer.features.insert(offer.features.end(), facts.accessibility.begin(),
                        facts.accessibility.end());
  if (!facts.fee_kind.empty()) offer.fees = {facts.fee_kind};
  offer.features.insert(offer.features.end(), offer.fees.begin(), offer.fees.end());
  if (facts.transport == true) offer.features.emplace_back(brings);
  offer.town = towns.town_of(facts.address.full);
  offer.area = towns.area_of(offer.town);
  offer.city = city_of(facts, towns, offer.town);
  add_times(facts, offer);
  offer.places = places_of(facts);
  offer.transport = facts.transport;
  offer.participation = facts.participation;
  offer.staff_only = facts.staff_only;
  offer.confirmed = facts.confirmed;
  offer.conditions = conditions_of(facts);
  return offer;
}

std::shared_ptr<const Offers> OfferShelf::offers(store::Reader& reader, const Context& context) {
  const std::lock_guard lock(mutex_);
  const auto state = store::state_of_resources(reader);
  const auto book = context.book();
  const auto now = context.clock.now();
  const auto today = base::jst_day(now);
  if (offers_ && state == state_ && book == book_ && today == day_) return offers_;
  const Towns towns(*book, context.tables, now);
  auto made = std::make_shared<Offers>();
  store::each_resource(reader, [&](const store::StoredResource& stored) {
    const auto facts = resource_facts(stored);
    if (facts && facts->active) made->push_back(offer_of(*facts, towns));
  });
  const auto newest = base::utc_from_millis(state.changed_at);
  if (newest + settled > now) return made;  // not kept: see `settled`
  state_ = state;
  book_ = book;
  day_ = today;
  offers_ = made;
  return made;
}

}  // namespace hub::service
