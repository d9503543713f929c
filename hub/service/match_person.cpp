#include "hub/service/match_person.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/match_kept.hpp"
#include "hub/service/match_terms.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/service/tell_place.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::Answer;

/// Of somebody with whom the asker has nothing to do it is said that there is none.
Result<store::PersonRef> person_for(store::Reader& reader, const Book& book,
                                    const base::PersonId& id, std::string_view asker,
                                    base::UtcMillis at) {
  const auto person = store::find_person(reader, id);
  if (person && may_match(reader, book, person->row, asker, at)) return *person;
  return fail(Kind::not_found, "no person " + id.text());
}

/// As the officer wrote the person's needs down; of plans the hub knows itself.
Result<matching::Seeker> seeker_for(store::Reader& reader, store::PersonRow person,
                                    const Needs& needs, const Towns& towns) {
  auto seeker = seeker_of(needs, towns);
  if (!seeker) return seeker;
  const bool decided = has_decided_plan(reader, person);
  if (seeker->plan_decided == true && !decided)
    return fail(Kind::conflict,
                "/plan: the hub knows no decided plan of the person; see `plan list`");
  seeker->plan_decided = decided;
  return seeker;
}

/// What is looked for, as shortages count it: the kinds that were named, else the concerns.
const std::vector<std::string>& sought(const Needs& needs) {
  return needs.kinds.empty() ? needs.concerns : needs.kinds;
}

struct Found {
  store::PersonRef person;
  std::string area;
  std::vector<std::string> lines;
  std::vector<std::string> resources;
};

Result<Found> look_for(store::Reader& reader, Context& context, const Book& book, OfferShelf& shelf,
                       const MatchWish& wish, std::string_view asker) {
  const auto& rules = *book.profile.matching;
  const auto now = context.clock.now();
  const auto person = person_for(reader, book, wish.person, asker, now);
  if (!person) return person.error();
  const Towns towns(book, context.tables, now);
  const auto seeker = seeker_for(reader, person->row, wish.needs, towns);
  if (!seeker) return seeker.error();
  const auto offers = shelf.offers(reader, context);
  Found found{.person = *person, .area = seeker->area, .lines = {}, .resources = {}};
  const matching::Matcher matcher(rules, *seeker, base::jst_day(now));
  for (const auto& one : matcher.among(*offers, wish.at_most)) {
    const auto& offer = (*offers)[one.offer];
    const auto stored = store::find_resource(reader, offer.id);
    const auto facts = stored ? resource_facts(*stored) : std::nullopt;
    if (!facts) continue;
    found.lines.push_back(candidate_line(*facts, one, rules));
    found.resources.push_back(resource_code(offer.id));
  }
  return found;
}

/// One row of the log, with every place that was proposed; and what is missing.
void note_found(store::Transaction& tx, const Found& found, const Needs& needs,
                const std::string& asker) {
  auto entry = entry_of(asker, "match.proposed", "person/" + found.person.id.text());
  entry.objects.insert(entry.objects.end(), found.resources.begin(), found.resources.end());
  entry.persons = {found.person.id};
  entry.recipient = asker;
  entry.purpose = participation;
  entry.fields = {std::string(domain::name_of(domain::Item::statement))};
  tx.audit(entry);
  if (!found.lines.empty()) return;
  for (const auto& kind : sought(needs)) {
    if (store::note_shortage(tx, found.person.row, kind, found.area, asker))
      tx.audit(entry_of(asker, "shortage.noted", "person/" + found.person.id.text()));
  }
}

struct Fitting {
  ResourceFacts facts;
  matching::Fit fit;
  matching::Reasons reasons;
};

Result<Fitting> fit_of(store::Reader& reader, const Context& context, const Book& book,
                       store::PersonRow person, const OfferWish& wish) {
  const auto stored = store::find_resource(reader, wish.resource);
  auto facts = stored ? resource_facts(*stored) : std::nullopt;
  if (!facts || !facts->active)
    return fail(Kind::not_found, "no resource " + wish.resource.text() + "; see `resource list`");
  const Towns towns(book, context.tables, context.clock.now());
  const auto seeker = seeker_for(reader, person, wish.needs, towns);
  if (!seeker) return seeker.error();
  const auto offer = offer_of(*facts, towns);
  const matching::Matcher matcher(*book.profile.matching, *seeker,
                                  base::jst_day(context.clock.now()));
  auto fit = matcher.fit(offer);
  if (fit.answer == Answer::no)
    return fail(Kind::conflict, "the resource does not fit: " + fields_of(fit.by));
  if (fit.answer == Answer::unknown && !wish.checked)
    return fail(Kind::conflict, "ask first, then say --checked: " + fields_of(fit.by));
  return Fitting{std::move(*facts), std::move(fit), matcher.score(offer)};
}

}  // namespace

Result<> propose_resources(Context& context, OfferShelf& shelf, const MatchWish& wish,
                           const std::string& asker, const ViewSink& sink) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  const auto found = context.db.read(
      [&](store::Reader& reader) { return look_for(reader, context, *book, shelf, wish, asker); });
  if (!found) return found.error();
  auto logged = context.db.write([&](store::Transaction& tx) -> Result<> {
    note_found(tx, *found, wish.needs, asker);
    return {};
  });
  if (!logged) return logged;
  for (const auto& line : found->lines)
    sink(line);
  return {};
}

Result<store::MatchId> offer_resource(Context& context, const OfferWish& wish,
                                      const std::string& asker) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  if (wish.items.empty()) return fail(Kind::invalid, "/items: is missing");
  using Outcome = std::variant<store::MatchId, domain::Verdict>;
  const auto done = context.db.write([&](store::Transaction& tx) -> Result<Outcome> {
    const auto person = person_for(tx, *book, wish.person, asker, tx.now());
    if (!person) return person.error();
    const auto fitting = fit_of(tx, context, *book, person->row, wish);
    if (!fitting) return fitting.error();
    const Telling telling{asker, "match.offered", {resource_code(wish.resource)}};
    const auto verdict = ask_to_tell(tx, *book, *person, wish.resource, wish.items, telling);
    if (verdict.decision != domain::Decision::allow) return Outcome(verdict);
    const auto due =
        next_asking(*book, (*rules)->follow_up, domain::MatchStatus::proposed, tx.now());
    const auto made = store::add_match(
        tx, {.person = person->row,
             .resource = wish.resource,
             .rules = (*rules)->text,
             .by = asker,
             .due = due,
             .body = kept_offer(wish.needs, wish.items, fitting->fit, fitting->reasons, **rules)});
    if (!made) return fail(Kind::conflict, "the person is offered there already; see `match list`");
    auto entry = entry_of(asker, "match.opened", "match/" + made->text());
    entry.objects.push_back(resource_code(wish.resource));
    entry.persons = {person->id};
    tx.audit(entry);
    return Outcome(*made);
  });
  if (!done) return done.error();
  if (const auto* verdict = std::get_if<domain::Verdict>(&*done)) return untold(*verdict);
  return std::get<store::MatchId>(*done);
}

}  // namespace hub::service
