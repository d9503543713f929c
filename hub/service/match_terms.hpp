// By which rules persons are brought together with resources, who does it, and when both sides are
// asked how it goes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "hub/domain/match.hpp"
#include "hub/domain/matching.hpp"
#include "hub/service/context.hpp"
#include "hub/store/matches.hpp"

namespace hub::service {

/// What it is for (purposes.yaml).
inline constexpr std::string_view participation = "participation";

/// `forbidden` for who is no officer.
base::Result<const profile::Officer*> matching_officer(const Book& book, std::string_view asker);
/// For an officer; `unavailable` where the municipality has no rules.
base::Result<std::shared_ptr<const domain::MatchingRules>> rules_for(const Book& book,
                                                                     std::string_view asker);

/// Who brings that person together with a resource: the municipality's own staff, and who works on
/// a case of hers.
bool may_match(store::Reader& reader, const Book& book, store::PersonRow person,
               std::string_view asker, base::UtcMillis at);
/// Of such a person, or offered by the asker.
bool works_on_match(store::Reader& reader, const Book& book, const store::Match& match,
                    std::string_view asker, base::UtcMillis at);
/// `not_found`, too, for who does not work on it.
base::Result<store::Match> match_for(store::Reader& reader, const Book& book,
                                     const store::MatchId& id, std::string_view asker,
                                     base::UtcMillis at);

/// Of a case of the person or the household: decided or under way, and not waiting to be ratified.
/// What the hub knows itself, whatever somebody types (小林市: 自分ラボ・プログラム is for who has
/// one).
bool has_decided_plan(store::Reader& reader, store::PersonRow person);

/// The day on which both sides are asked after a step; empty where nobody is asked any more.
std::string next_asking(const Book& book, const domain::FollowUp& follow,
                        domain::MatchStatus status, base::UtcMillis at);

}  // namespace hub::service
