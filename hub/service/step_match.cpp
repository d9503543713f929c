#include "hub/service/step_match.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/match_terms.hpp"
#include "hub/service/resource_facts.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/service/tell_place.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::MatchStatus;

bool may_follow(MatchStatus from, MatchStatus to) {
  using enum MatchStatus;
  if (from == declined || from == ended) return false;
  if (from == joined) return to == ended;
  return to != ended && to > from;
}

bool tells_more(MatchStatus to) {
  return to == MatchStatus::visited || to == MatchStatus::trial || to == MatchStatus::joined;
}

audit::Entry entry_about(const std::string& asker, std::string_view action,
                         const store::Match& match) {
  auto entry = entry_of(asker, action, "match/" + match.id.text());
  entry.objects.push_back(resource_code(match.resource));
  entry.persons = {match.person_id};
  entry.purpose = participation;
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

Result<> step_match(Context& context, const store::MatchId& id, MatchStatus to,
                    const std::string& note, const std::string& asker, const Unchanged& unchanged) {
  const auto book = context.book();
  const auto rules = rules_for(*book, asker);
  if (!rules) return rules.error();
  const auto done = context.db.write([&](store::Transaction& tx) -> Result<domain::Verdict> {
    const auto match = match_for(tx, *book, id, asker, tx.now());
    if (!match) return match.error();
    if (auto same = check(unchanged, tx); !same) return same.error();
    if (!may_follow(match->status, to))
      return fail(Kind::conflict, "match " + id.text() + " is " +
                                      std::string(domain::name_of(match->status)) +
                                      ": that step does not follow");
    const store::PersonRef person{match->person, match->person_id};
    const std::string action = "match." + std::string(domain::name_of(to));
    if (tells_more(to)) {
      const Telling telling{asker, action, {"match/" + id.text(), resource_code(match->resource)}};
      const auto verdict = ask_to_tell(tx, *book, person, match->resource,
                                       domain::Labels(domain::Item::identity), telling);
      if (verdict.decision != domain::Decision::allow) return verdict;
    }
    const auto due = next_asking(*book, (*rules)->follow_up, to, tx.now());
    store::add_step(
        tx, *match,
        {.status = to, .side = {}, .body = note, .person_due = due, .receiver_due = due}, asker);
    if (to == MatchStatus::joined) meet_needs(tx, *match, **rules);
    tx.audit(entry_about(asker, action, *match));
    return domain::Verdict{domain::Decision::allow, domain::Reason::ok};
  });
  if (!done) return done.error();
  if (done->decision != domain::Decision::allow) return untold(*done);
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
    const auto match = match_for(tx, *book, id, asker, tx.now());
    if (!match) return match.error();
    const auto due = next_asking(*book, (*rules)->follow_up, match->status, tx.now());
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
