// 参加支援: resources proposed to an officer for a person, and the person offered to one of them
// . How it goes on: step_match.hpp.
#pragma once

#include <string>
#include <vector>

#include "hub/matching/match.hpp"
#include "hub/service/needs.hpp"
#include "hub/service/view.hpp"
#include "hub/store/matches.hpp"

namespace hub::service {

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

}  // namespace hub::service
