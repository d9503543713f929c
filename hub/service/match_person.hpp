// 参加支援: resources proposed to an officer for a person, one of them offered, tried, joined,
// ended, and how it goes, asked of both sides. To tell a place of a person is a
// disclosure: each time it would learn more, the gate is asked, and a consent must name that place.
#pragma once

#include <string>
#include <vector>

#include "hub/matching/match.hpp"
#include "hub/service/needs.hpp"
#include "hub/service/view.hpp"
#include "hub/store/matches.hpp"

namespace hub::service {

constexpr std::string_view name_of(domain::MatchStatus status) noexcept {
  return domain::match_status_names[static_cast<std::size_t>(status)];
}

struct MatchWish {
  base::PersonId person;
  Needs needs;
  std::size_t at_most = 20;
};
/// Candidates, the best first, told to the officer's sink after they were logged. Where there is
/// none, the need is a shortage of that kind in that area.
base::Result<> propose_resources(Context& context, OfferShelf& shelf, const MatchWish& wish,
                                 const std::string& asker, const ViewSink& sink);

struct OfferWish {
  base::PersonId person;
  domain::ResourceId resource;
  Needs needs;
  domain::Labels items;  ///< what the place is told of the person
  bool checked = false;  ///< what was 要確認 has been asked
};
base::Result<store::MatchId> offer_resource(Context& context, const OfferWish& wish,
                                            const std::string& asker);

/// visited, trial, joined, declined or ended, in an order that is one.
base::Result<> step_match(Context& context, const store::MatchId& id, domain::MatchStatus to,
                          const std::string& note, const std::string& asker);

/// `side`: person or receiver.
base::Result<> note_feedback(Context& context, const store::MatchId& id, const std::string& side,
                             const std::string& text, const std::string& asker);

/// The day so many open days after.
std::string due_after(const domain::Calendar& calendar, base::UtcMillis at, int open_days);

}  // namespace hub::service
