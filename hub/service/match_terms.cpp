#include "hub/service/match_terms.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/officers.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/plans.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::MatchStatus;

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

}  // namespace

Result<const profile::Officer*> matching_officer(const Book& book, std::string_view asker) {
  const auto* officer = officer_of(book, asker);
  if (officer == nullptr)
    return fail(Kind::forbidden, "only an officer of hub.yaml matches persons with resources");
  return officer;
}

Result<std::shared_ptr<const domain::MatchingRules>> rules_for(const Book& book,
                                                               std::string_view asker) {
  if (auto officer = matching_officer(book, asker); !officer) return officer.error();
  if (!book.profile.matching)
    return fail(Kind::unavailable, "there is no matching.yaml; see `config check`");
  return book.profile.matching;
}

bool may_match(store::Reader& reader, const Book& book, store::PersonRow person,
               std::string_view asker, base::UtcMillis at) {
  return municipal_officer(book, asker) != nullptr || works_with(reader, book, person, asker, at);
}

bool works_on_match(store::Reader& reader, const Book& book, const store::Match& match,
                    std::string_view asker, base::UtcMillis at) {
  return match.made_by == asker || may_match(reader, book, match.person, asker, at);
}

Result<store::Match> match_for(store::Reader& reader, const Book& book, const store::MatchId& id,
                               std::string_view asker, base::UtcMillis at) {
  auto match = store::find_match(reader, id);
  if (match && works_on_match(reader, book, *match, asker, at)) return std::move(*match);
  return fail(Kind::not_found, "no match " + id.text() + "; see `match list`");
}

std::string next_asking(const Book& book, const domain::FollowUp& follow, MatchStatus status,
                        base::UtcMillis at) {
  const int open_days = open_days_for(follow, status);
  if (open_days == 0) return {};
  std::chrono::sys_days day = base::jst_day(at);
  for (int left = open_days; left > 0; --left)
    day = book.law.calendar.open_from(day + std::chrono::days(1));
  return domain::text_of(day);
}

bool has_decided_plan(store::Reader& reader, store::PersonRow person) {
  using domain::PlanState;
  const auto decided = [&reader](const store::StoredPlan& plan) {
    return (plan.state == PlanState::decided || plan.state == PlanState::active) &&
           !store::waits_for_ratification(reader, plan.row);
  };
  auto cases = store::cases_of(reader, person);
  for (const auto household : store::households_of(reader, person)) {
    const auto theirs = store::open_cases_of(reader, household);
    cases.insert(cases.end(), theirs.begin(), theirs.end());
  }
  return std::any_of(cases.begin(), cases.end(), [&](store::CaseRow row) {
    const auto plans = store::plans_of(reader, row);
    return std::any_of(plans.begin(), plans.end(), decided);
  });
}

}  // namespace hub::service
