#include "hub/service/other_ways.hpp"

#include <algorithm>

namespace hub::service {
namespace {

using domain::Facts;
using domain::ForumClass;
using domain::LegalBasis;
using domain::YesNo;

/// What people can do: sit down lawfully about this case, or decide.
Facts with_all_done(Facts facts) {
  facts.officer_decision = domain::OfficerDecision::named;
  facts.convener_lawful = YesNo::yes;
  facts.in_scope = YesNo::yes;
  facts.seat = domain::SeatState::bound;
  return facts;
}

bool is_held_here(const Book& book, const LegalBasis& basis) {
  const auto& forums = book.profile.forums;
  return std::any_of(forums.begin(), forums.end(), [&basis](const auto& forum) {
    return std::any_of(forum.functions.begin(), forum.functions.end(),
                       [&](const auto& function) { return function.basis.code == basis.code; });
  });
}

/// Nothing: no way for a referral, or a body that this municipality does not have.
std::string_view what_opens(const Book& book, const LegalBasis& basis) {
  if (domain::wants_review(basis.forum_class)) return "officer";
  const bool sits = basis.forum_class == ForumClass::consent_seated ||
                    basis.forum_class == ForumClass::statutory ||
                    basis.forum_class == ForumClass::youtai;
  return sits && is_held_here(book, basis) ? "sitting" : std::string_view();
}

OtherWay ask(const LegalBasis& basis, const Situated& situated, domain::Labels items) {
  OtherWay way{&basis, {}, {}, {}};
  items.each([&](domain::Item item) {
    auto situation = situated.situation_of(item);
    situation.forum.basis = &basis;
    const auto verdict = domain::decide(with_all_done(domain::facts_for(item, situation)));
    // That an address is masked tells that somebody hides (told_reason.hpp).
    const bool opens = verdict.decision == domain::Decision::allow ||
                       verdict.reason == domain::Reason::hidden_address;
    if (opens) way.opens = way.opens.with(item);
    if (!opens) way.shut = verdict;
  });
  return way;
}

}  // namespace

bool reaches(ForumClass ground, domain::RecipientKind recipient) {
  Facts facts;
  facts.item = domain::Item::identity;
  facts.subject = domain::Subject::focus;
  facts.forum_class = ground;
  facts.recipient_kind = recipient;
  facts.address_hidden = YesNo::no;
  facts.harm = YesNo::no;
  facts.needed = YesNo::yes;
  return domain::decide(with_all_done(facts)).reason != domain::Reason::wrong_recipient;
}

std::vector<OtherWay> other_ways(const Book& book, const Situated& situated, domain::Labels items) {
  std::vector<OtherWay> ways;
  for (const auto& basis : book.law.bases.rows()) {
    const auto needs = what_opens(book, basis);
    if (needs.empty() || !basis.in_force.contains(situated.situation().at)) continue;
    ways.push_back(ask(basis, situated, items));
    ways.back().needs = needs;
  }
  return ways;
}

}  // namespace hub::service
