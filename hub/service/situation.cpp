#include "hub/service/situation.hpp"

#include <algorithm>

#include "hub/service/consent_events.hpp"
#include "hub/service/expire.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/harm_findings.hpp"
#include "hub/store/named_decisions.hpp"

namespace hub::service {

/// A paper is signed on a day: what was agreed on the day of the reopening was agreed for it.
std::optional<base::UtcMillis> reopening_of(store::Reader& reader, store::CaseRow row) {
  const auto at = store::reopened_at(reader, row);
  return at ? std::optional(base::from_jst_day(base::jst_day(*at))) : std::nullopt;
}

namespace {

bool takes_away(domain::ConsentAct act) {
  using enum domain::ConsentAct;
  return act == refused || act == withdrawn || act == narrowed;
}

/// A clock that is set back revives no consent: what took one away does so from now on, though it
/// was said at a time that is yet to come, and an end that was told stays one.
std::vector<domain::ConsentEvent> said_until(store::Reader& reader, const About& about,
                                             const Asking& asking, base::UtcMillis at) {
  auto events = events_of(reader, about);
  if (asking.looks_back) return events;
  const auto told = ends_seen(reader);
  for (auto& event : events) {
    if (takes_away(event.act)) event.at = std::min(event.at, at);
    auto& until = event.in_force.until;
    if (until && *until <= told) until = std::min(*until, at);
  }
  return events;
}

}  // namespace

Asking asking_about(store::Reader& reader, const store::StoredReferral& referral,
                    const Recipient& recipient, std::string_view purpose) {
  return {recipient, referral_basis, purpose, reopening_of(reader, referral.case_row)};
}

Situated::Situated(store::Reader& reader, const Book& book, const About& about,
                   const Asking& asking, base::UtcMillis at)
    : events_(said_until(reader, about, asking, at)),
      groups_(asking.recipient.groups.begin(), asking.recipient.groups.end()) {
  situation_.at = at;
  situation_.person = about.person.id;
  situation_.subject = about.subject;
  situation_.recipient = {asking.recipient.agency, groups_, asking.recipient.kind};
  if (asking.sitting) situation_.forum = *asking.sitting;
  situation_.forum.basis = book.law.bases.find(asking.basis, at);
  situation_.purpose = book.law.purposes.find(asking.purpose);
  harmful_ = store::harmful_items(reader, about.person.row, asking.recipient.agency);
  situation_.harm = harmful_ == domain::Labels::everything();
  // Only `own` asks who holds it (GATE 7); no referral goes on that ground, and no paper.
  situation_.holder = false;
  situation_.consent = domain::ConsentView{events_, asking.reopened_at};
  situation_.protection = protection_view(reader, book, about, asking.recipient, at);
  if (!asking.sitting) read_decisions(reader, book, about.person.row);
  situation_.decisions = decisions_;
  situation_.officer_read = true;
}

void Situated::read_decisions(store::Reader& reader, const Book& book, store::PersonRow person) {
  for (auto& stored : store::decisions_about(reader, person, situation_.recipient.code)) {
    const auto* ground = book.law.bases.find(stored.decision.ground(), situation_.at);
    if (ground == nullptr || !stored.decision.in_force().contains(situation_.at)) continue;
    decisions_.push_back(std::move(stored.decision));
    const bool known = std::find(grounds_.begin(), grounds_.end(), ground) != grounds_.end();
    if (!known) grounds_.push_back(ground);
  }
}

domain::Situation Situated::situation_of(domain::Labels labels, const Released& released) const {
  auto situation = situation_;
  if (released.opinion) situation.forum.opinion_for_item = true;
  if (released.youtai) situation.forum.youtai_released = true;
  situation.harm = *situation_.harm ||
                   domain::Labels::from_bits(labels.bits() & harmful_.bits()) != domain::Labels();
  return situation;
}

domain::Disclosure Situated::disclose(domain::Labels labels, const Released& released) const {
  const auto situation = situation_of(labels, released);
  auto answer = domain::disclose(labels, situation);
  for (const auto* ground : grounds_) {
    if (answer.allowed()) break;
    auto decided = situation;
    decided.forum.basis = ground;
    auto other = domain::disclose(labels, decided);
    if (other.verdict().decision < answer.verdict().decision) answer = std::move(other);
  }
  return answer;
}

}  // namespace hub::service
