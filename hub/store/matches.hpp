// Persons who were offered to resources, how it went, and what no resource met. Steps and what each
// side said are append-only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/domain/match.hpp"
#include "hub/domain/matching.hpp"
#include "hub/domain/sealed.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using MatchId = base::Id<struct MatchTag>;
using MatchRow = RowId<struct MatchRowTag>;
using domain::ResourceId;

struct NewMatch {
  PersonRow person;
  ResourceId resource;
  std::string rules;  ///< the text that the offer was made by
  std::string by;
  std::string due;   ///< of both sides
  std::string body;  ///< needs, score and reasons, as JSON
};

struct Match {
  MatchRow row;
  MatchId id;
  PersonRow person;
  base::PersonId person_id;
  ResourceId resource;
  std::int64_t rules = 0;
  domain::MatchStatus status = domain::MatchStatus::proposed;
  base::UtcMillis made_at{};
  std::string made_by;
  std::string person_due;
  std::string receiver_due;
  domain::Sealed<std::string> body;
};

struct MatchEvent {
  base::UtcMillis at{};
  std::string actor;
  domain::MatchStatus status = domain::MatchStatus::proposed;
  std::string side;
  domain::Sealed<std::string> body;
};

/// Nothing where the person is offered there already.
std::optional<MatchId> add_match(Transaction& transaction, const NewMatch& match);
std::optional<Match> find_match(Reader& reader, const MatchId& id);
/// The newest first. With a day: those of which a side is to be asked by then.
std::vector<Match> list_matches(Reader& reader, std::string_view due_until, std::size_t at_most);
std::vector<MatchEvent> events_of(Reader& reader, const Match& match);
/// Whether the person was ever offered anywhere: then nothing joins them to another unseen.
bool has_matches(Reader& reader, PersonRow person);
std::string rules_of(Reader& reader, const Match& match);

struct MatchStep {
  domain::MatchStatus status = domain::MatchStatus::proposed;
  std::string side{};  ///< of whom a word is; empty: a step
  std::string body{};
  std::string person_due{};
  std::string receiver_due{};
};
void add_step(Transaction& transaction, const Match& match, const MatchStep& step,
              std::string_view actor);

/// False where the same need stands already.
bool note_shortage(Transaction& transaction, PersonRow person, std::string_view kind,
                   std::string_view area, std::string_view by);
/// The person found one of that kind, or one that serves that concern.
void meet_shortage(Transaction& transaction, PersonRow person, std::string_view kind);

struct Shortage {
  std::string kind;
  std::string area;
  std::int64_t persons = 0;
  base::UtcMillis first{};
};
/// What is not met, the most wanted first.
std::vector<Shortage> list_shortages(Reader& reader);

}  // namespace hub::store
