#include "hub/service/match_person.hpp"

#include <algorithm>

#include "hub/service/disclosure_log.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/match_kept.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/service/situation.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::Answer;
using domain::MatchStatus;

constexpr std::string_view purpose = "participation";
constexpr std::string_view ground = "CONSENT";

Result<std::shared_ptr<const domain::MatchingRules>> rules_for(const Book& book,
                                                               const std::string& asker) {
  if (officer_of(book, asker) == nullptr)
    return fail(Kind::forbidden, "only an officer of hub.yaml matches persons with resources");
  if (!book.profile.matching)
    return fail(Kind::unavailable, "there is no matching.yaml; see `config check`");
  return book.profile.matching;
}

Result<store::PersonRef> person_for(store::Reader& reader, const base::PersonId& id) {
  const auto person = store::find_person(reader, id);
  if (!person) return fail(Kind::not_found, "no person " + id.text());
  return *person;
}

std::chrono::sys_days day_of(base::UtcMillis at) {
  return base::jst_day(at);
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

Result<Found> look_for(store::Reader& reader, Context& context, OfferShelf& shelf,
                       const MatchWish& wish, const domain::MatchingRules& rules) {
  const auto person = person_for(reader, wish.person);
  if (!person) return person.error();
  const auto now = context.clock.now();
  const Towns towns(*context.book(), context.tables, now);
  const auto seeker = seeker_of(wish.needs, towns);
  if (!seeker) return seeker.error();
  const auto offers = shelf.offers(reader, context);
  Found found{.person = *person, .area = seeker->area, .lines = {}, .resources = {}};
  const matching::Matcher matcher(rules, *seeker, day_of(now));
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
  entry.purpose = purpose;
  entry.fields = {std::string(domain::name_of(domain::Item::statement))};
  tx.audit(entry);
  if (!found.lines.empty()) return;
  for (const auto& kind : sought(needs)) {
    if (store::note_shortage(tx, found.person.row, kind, found.area, asker))
      tx.audit(entry_of(asker, "shortage.noted", "person/" + found.person.id.text()));
  }
}

/// Whether the place may be told these items; each answer is logged, also a refusal.
domain::Verdict ask_gate(store::Transaction& tx, const Book& book, const store::PersonRef& person,
                         const domain::ResourceId& resource, domain::Labels items,
                         const Telling& telling) {
  const auto recipient = resource_recipient(resource);
  const auto about = about_person(tx, person, domain::Subject::focus);
  const Asking asking{
      .recipient = recipient, .basis = ground, .purpose = purpose, .reopened_at = std::nullopt};
  const Situated situated(tx, book, about, asking, tx.now());
  std::vector<Answered> answers;
  std::vector<domain::Verdict> verdicts;
  items.each([&](domain::Item item) {
    const domain::Labels label(item);
    answers.push_back({.disclosure = situated.disclose(label),
                       .subject = domain::Subject::focus,
                       .fields = {std::string(domain::name_of(item))},
                       .labels = label});
    verdicts.push_back(answers.back().disclosure.verdict());
  });
  log_answers(tx, answers, telling);
  return domain::strictest(verdicts);
}

base::Failure refused(const domain::Verdict& verdict) {
  return fail(Kind::forbidden, "the gate refuses to tell this place of the person (" +
                                   std::string(domain::name_of(verdict.reason)) +
                                   "); ask for a consent that names it");
}

struct Fitting {
  ResourceFacts facts;
  matching::Fit fit;
  matching::Reasons reasons;
};

Result<Fitting> fit_of(store::Reader& reader, const Context& context, const Book& book,
                       const OfferWish& wish) {
  const auto stored = store::find_resource(reader, wish.resource);
  auto facts = stored ? resource_facts(*stored) : std::nullopt;
  if (!facts || !facts->active)
    return fail(Kind::not_found, "no resource " + wish.resource.text() + "; see `resource list`");
  const Towns towns(book, context.tables, context.clock.now());
  const auto seeker = seeker_of(wish.needs, towns);
  if (!seeker) return seeker.error();
  const auto offer = offer_of(*facts, towns);
  const matching::Matcher matcher(*book.profile.matching, *seeker, day_of(context.clock.now()));
  auto fit = matcher.fit(offer);
  if (fit.answer == Answer::no)
    return fail(Kind::conflict, "the resource does not fit: " + fields_of(fit.by));
  if (fit.answer == Answer::unknown && !wish.checked)
    return fail(Kind::conflict, "ask first, then say --checked: " + fields_of(fit.by));
  return Fitting{std::move(*facts), std::move(fit), matcher.score(offer)};
}

int open_days_for(const domain::FollowUp& follow, MatchStatus status) {
  switch (status) {
    case MatchStatus::proposed:
      return follow.proposed;
    case MatchStatus::visited:
      return follow.visited;
    case MatchStatus::trial:
      return follow.trial;
    case MatchStatus::joined:
      return follow.joined;
    default:
      return 0;  // whoever declined or ended is left alone
  }
}

bool may_follow(MatchStatus from, MatchStatus to) {
  using enum MatchStatus;
  if (from == declined || from == ended) return false;
  if (from == joined) return to == ended;
  return to != ended && to > from;
}

bool tells_more(MatchStatus to) {
  return to == MatchStatus::visited || to == MatchStatus::trial || to == MatchStatus::joined;
}

Result<store::Match> match_for(store::Reader& reader, const store::MatchId& id) {
  auto match = store::find_match(reader, id);
  if (!match) return fail(Kind::not_found, "no match " + id.text() + "; see `match list`");
  return std::move(*match);
}

audit::Entry entry_about(const std::string& asker, std::string_view action,
                         const store::Match& match) {
  auto entry = entry_of(asker, action, "match/" + match.id.text());
  entry.objects.push_back(resource_code(match.resource));
  entry.persons = {match.person_id};
  entry.purpose = purpose;
  return entry;
}

bool share(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::find_first_of(one.begin(), one.end(), other.begin(), other.end()) != one.end();
}

/// Shortages of its kinds, and of the concerns that such a resource serves.
void meet_needs(store::Transaction& tx, const store::Match& match,
                const domain::MatchingRules& rules) {
  const auto stored = store::find_resource(tx, match.resource);
  const auto facts = stored ? resource_facts(*stored) : std::nullopt;
  if (!facts) return;
  auto kinds = facts->service_types;
  kinds.push_back(facts->kind);
  for (const auto& kind : kinds)
    store::meet_shortage(tx, match.person, kind);
  for (const auto& serving : rules.serves) {
    if (share(serving.kinds, kinds) || share(serving.fields, facts->fields))
      store::meet_shortage(tx, match.person, serving.concern);
  }
}

}  // namespace

std::string due_after(const domain::Calendar& calendar, base::UtcMillis at, int open_days) {
  auto day = day_of(at);
  for (int left = open_days; left > 0; --left)
    day = calendar.open_from(day + std::chrono::days(1));
  return base::jst_date(base::from_jst_day(day));
}

Result<> propose_resources(Context& context, OfferShelf& shelf, const MatchWish& wish,
                           const std::string& asker, const ViewSink& sink) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  const auto found = context.db.read(
      [&](store::Reader& reader) { return look_for(reader, context, shelf, wish, **rules); });
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
    const auto person = person_for(tx, wish.person);
    if (!person) return person.error();
    const auto fitting = fit_of(tx, context, *book, wish);
    if (!fitting) return fitting.error();
    const Telling telling{asker, "match.offered", {resource_code(wish.resource)}};
    const auto verdict = ask_gate(tx, *book, *person, wish.resource, wish.items, telling);
    if (verdict.decision != domain::Decision::allow) return Outcome(verdict);
    const auto due = due_after(book->law.calendar, tx.now(), (*rules)->follow_up.proposed);
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
  if (const auto* verdict = std::get_if<domain::Verdict>(&*done)) return refused(*verdict);
  return std::get<store::MatchId>(*done);
}

Result<> step_match(Context& context, const store::MatchId& id, MatchStatus to,
                    const std::string& note, const std::string& asker) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  const auto done = context.db.write([&](store::Transaction& tx) -> Result<domain::Verdict> {
    const auto match = match_for(tx, id);
    if (!match) return match.error();
    if (!may_follow(match->status, to))
      return fail(Kind::conflict, "match " + id.text() + " is " +
                                      std::string(name_of(match->status)) +
                                      ": that step does not follow");
    const store::PersonRef person{match->person, match->person_id};
    const std::string action = "match." + std::string(name_of(to));
    if (tells_more(to)) {
      const Telling telling{asker, action, {"match/" + id.text(), resource_code(match->resource)}};
      const auto verdict = ask_gate(tx, *book, person, match->resource,
                                    domain::Labels(domain::Item::identity), telling);
      if (verdict.decision != domain::Decision::allow) return verdict;
    }
    const int days = open_days_for((*rules)->follow_up, to);
    const auto due = days == 0 ? std::string() : due_after(book->law.calendar, tx.now(), days);
    store::add_step(
        tx, *match,
        {.status = to, .side = {}, .body = note, .person_due = due, .receiver_due = due}, asker);
    if (to == MatchStatus::joined) meet_needs(tx, *match, **rules);
    tx.audit(entry_about(asker, action, *match));
    return domain::Verdict{domain::Decision::allow, domain::Reason::ok};
  });
  if (!done) return done.error();
  if (done->decision != domain::Decision::allow) return refused(*done);
  return {};
}

Result<> note_feedback(Context& context, const store::MatchId& id, const std::string& side,
                       const std::string& text, const std::string& asker) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  if (side != "person" && side != "receiver")
    return fail(Kind::invalid, "/side: is person or receiver");
  if (text.empty()) return fail(Kind::invalid, "/text: is missing");
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto match = match_for(tx, id);
    if (!match) return match.error();
    const int days = open_days_for((*rules)->follow_up, match->status);
    const auto due = days == 0 ? std::string() : due_after(book->law.calendar, tx.now(), days);
    const bool of_person = side == "person";
    store::add_step(tx, *match,
                    {.status = match->status,
                     .side = side,
                     .body = text,
                     .person_due = of_person ? due : match->person_due,
                     .receiver_due = of_person ? match->receiver_due : due},
                    asker);
    tx.audit(entry_about(asker, "match.feedback", *match));
    return {};
  });
}

}  // namespace hub::service
