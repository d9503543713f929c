#include "hub/domain/consent.hpp"

#include <algorithm>
#include <utility>

namespace hub::domain {
namespace {

/// The covers of one consent for one question, in the order in which the gate reads them.
struct Covers {
  bool fresh = false;
  bool forum = false;
  bool recipient = false;
  bool purpose = false;
  bool label = false;

  [[nodiscard]] int reach() const noexcept {
    int passed = 0;
    for (const bool one : {fresh, forum, recipient, purpose, label}) {
      if (!one) break;
      ++passed;
    }
    return passed;
  }
  [[nodiscard]] bool in_full() const noexcept {
    return fresh && forum && recipient && purpose && label;
  }
};

bool selects_any(const Selection& selection, std::span<const std::string_view> names) {
  return selection.all() ||
         std::ranges::any_of(names, [&](std::string_view name) { return selection.has(name); });
}

/// In what takes away, a part that names nothing means all of it: who withdraws without saying more
/// withdraws everything.
bool unnamed(const Selection& selection) {
  return selection.names().empty();
}
bool unnamed(Labels labels) {
  return labels.empty() || labels == Labels::everything();
}

bool takes_whole(const ConsentScope& scope) {
  return unnamed(scope.forums) && unnamed(scope.recipients) && unnamed(scope.purposes) &&
         unnamed(scope.labels);
}

bool takes(const ConsentScope& scope, const ConsentQuestion& question) {
  return (unnamed(scope.forums) || scope.forums.has(question.forum)) &&
         (unnamed(scope.recipients) || selects_any(scope.recipients, question.recipient)) &&
         (unnamed(scope.purposes) || scope.purposes.has(question.purpose)) &&
         (unnamed(scope.labels) || scope.labels.has(question.label));
}

bool is_grant(const ConsentEvent& event) {
  return event.act == ConsentAct::given || event.act == ConsentAct::renewed;
}

bool takes_away(const ConsentEvent& event) {
  return event.act == ConsentAct::refused || event.act == ConsentAct::withdrawn ||
         event.act == ConsentAct::narrowed;
}

/// Who speaks for another says why he may; whether that holds a person judges, not the hub.
bool basis_recorded(const ConsentEvent& event) {
  return event.given_by == ConsentGiver::self || !event.giver_basis.empty();
}

/// The events of one person about one object, up to one moment.
struct History {
  std::span<const ConsentEvent> events;
  base::UtcMillis at;
  const ConsentQuestion& question;
  ConsentObject object;

  [[nodiscard]] bool speaks(const ConsentEvent& event) const {
    return event.person == question.person && event.object == object && event.at <= at;
  }
  [[nodiscard]] bool over(const ConsentEvent& grant) const;
  [[nodiscard]] Covers covers(const ConsentEvent& grant) const;
  [[nodiscard]] bool fresh(const ConsentEvent& grant) const;
  [[nodiscard]] const ConsentEvent* furthest() const;
  [[nodiscard]] ConsentStatus last_word() const;
};

/// In the same moment the word that takes away counts.
bool ends_whole(const ConsentEvent& event, const ConsentEvent& grant) {
  if (event.at < grant.at) return false;
  if (event.act == ConsentAct::expired) return event.consent == grant.consent;
  return takes_away(event) && takes_whole(event.scope);
}

bool History::over(const ConsentEvent& grant) const {
  return !grant.in_force.contains(at) ||
         std::ranges::any_of(events, [&](const ConsentEvent& event) {
           return speaks(event) && ends_whole(event, grant);
         });
}

/// A reopened case does not revive an old consent: given or confirmed since, or with its follow-up
/// still running.
bool History::fresh(const ConsentEvent& grant) const {
  if (!question.reopened_at || grant.at >= *question.reopened_at) return true;
  return grant.follow_up_until && at < *grant.follow_up_until;
}

/// What the scope names is no longer covered; what it leaves open ("all forums") stays as it was.
void take_away(Covers& covers, const ConsentScope& scope) {
  covers.forum = covers.forum && unnamed(scope.forums);
  covers.recipient = covers.recipient && unnamed(scope.recipients);
  covers.purpose = covers.purpose && unnamed(scope.purposes);
  covers.label = covers.label && unnamed(scope.labels);
}

Covers History::covers(const ConsentEvent& grant) const {
  Covers covers;
  covers.fresh = fresh(grant);
  covers.forum = grant.scope.forums.has(question.forum);
  covers.recipient = selects_any(grant.scope.recipients, question.recipient);
  covers.purpose = grant.scope.purposes.has(question.purpose);
  covers.label = grant.scope.labels.has(question.label);
  for (const ConsentScope& excluded : grant.excludes) {
    if (takes_whole(excluded)) return Covers{};
    if (takes(excluded, question)) take_away(covers, excluded);
  }
  for (const ConsentEvent& event : events) {
    const bool later = speaks(event) && takes_away(event) && event.at >= grant.at;
    if (later && takes(event.scope, question)) take_away(covers, event.scope);
  }
  return covers;
}

/// Nothing where no consent of that object is alive.
const ConsentEvent* History::furthest() const {
  const ConsentEvent* best = nullptr;
  int best_reach = -1;
  for (const ConsentEvent& event : events) {
    if (!speaks(event) || !is_grant(event) || !basis_recorded(event) || over(event)) continue;
    const int reach = covers(event).reach();
    const bool newer =
        best != nullptr && std::pair(event.at, event.consent) > std::pair(best->at, best->consent);
    if (reach < best_reach || (reach == best_reach && !newer)) continue;
    best = &event;
    best_reach = reach;
  }
  return best;
}

ConsentStatus status_of(ConsentAct act) {
  switch (act) {
    case ConsentAct::asked:
      return ConsentStatus::asked;
    case ConsentAct::refused:
      return ConsentStatus::refused;
    case ConsentAct::withdrawn:
    case ConsentAct::narrowed:
      return ConsentStatus::withdrawn;
    case ConsentAct::given:
    case ConsentAct::renewed:
    case ConsentAct::expired:
      return ConsentStatus::expired;
  }
  return ConsentStatus::unknown;
}

/// Where no consent is alive: how it stands with this person.
ConsentStatus History::last_word() const {
  const ConsentEvent* last = nullptr;
  for (const ConsentEvent& event : events) {
    if (!speaks(event)) continue;
    const bool later = last == nullptr || event.at > last->at ||
                       (event.at == last->at && takes_away(event) && !takes_away(*last));
    if (later) last = &event;
  }
  if (last == nullptr) return ConsentStatus::never_asked;
  const bool not_yet = is_grant(*last) && last->in_force.from && at < *last->in_force.from;
  const bool no_basis = is_grant(*last) && !basis_recorded(*last);
  return not_yet || no_basis ? ConsentStatus::asked : status_of(last->act);
}

bool consents_to_support(std::span<const ConsentEvent> events, base::UtcMillis at,
                         const ConsentQuestion& question) {
  const History history{events, at, question, ConsentObject::support};
  const ConsentEvent* grant = history.furthest();
  return grant != nullptr && history.covers(*grant).in_full();
}

constexpr YesNo yes_if(bool holds) {
  return holds ? YesNo::yes : YesNo::no;
}

}  // namespace

bool Standing::allows() const noexcept {
  return consent == ConsentStatus::given && stale == YesNo::no && covers_forum == YesNo::yes &&
         covers_recipient == YesNo::yes && covers_purpose == YesNo::yes &&
         covers_label == YesNo::yes;
}

Standing standing(std::span<const ConsentEvent> events, base::UtcMillis at,
                  const ConsentQuestion& question) {
  const History history{events, at, question, ConsentObject::sharing};
  Standing now;
  const ConsentEvent* grant = history.furthest();
  if (grant == nullptr) {
    now.consent = history.last_word();
    return now;
  }
  const Covers covers = history.covers(*grant);
  const bool supported = !question.support_too || consents_to_support(events, at, question);
  now.consent = ConsentStatus::given;
  now.stale = yes_if(!covers.fresh);
  now.covers_forum = yes_if(covers.forum);
  now.covers_recipient = yes_if(covers.recipient);
  now.covers_purpose = yes_if(covers.purpose && supported);
  now.covers_label = yes_if(covers.label);
  now.rests_on = grant->consent;
  return now;
}

}  // namespace hub::domain
