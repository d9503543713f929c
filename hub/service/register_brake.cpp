#include "hub/service/register_brake.hpp"

#include <algorithm>
#include <unordered_map>

#include "hub/service/entry.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/store/protections.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::Result;

/// Who is hidden by a delivery, and whether from somebody whom it names.
using Hidden = std::unordered_map<crypto::Token, bool>;

void add(const TokenMakers& makers, const RegisterPerson& person, bool from_somebody, Hidden& out) {
  std::vector<crypto::Token> tokens;
  add_register_tokens(makers, person, tokens);
  for (const auto token : tokens)
    out[token] = out[token] || from_somebody;
}

Hidden hidden_by(const TokenMakers& makers, const RegisterFile& file) {
  Hidden hidden;
  for (const auto& entry : file.entries) {
    std::vector<crypto::Token> near;
    add_register_tokens(makers, entry.near, near);
    add(makers, entry.hidden, !near.empty(), hidden);
    for (const auto& person : entry.together)
      add(makers, person, !near.empty(), hidden);
  }
  return hidden;
}

/// All of the entry's numbers must be hidden on; where it has none, kana and birthday decide.
bool is_left_out(store::Reader& reader, store::ProtectionRow row, const Hidden& hidden) {
  const bool from_somebody = !store::tokens_of(reader, row, store::Side::near).empty();
  const auto tokens = store::tokens_of(reader, row, store::Side::hidden);
  const auto numbers = of_kind(MatchKind::number, tokens);
  const auto& named = numbers.empty() ? tokens : numbers;
  return !std::all_of(named.begin(), named.end(), [&](crypto::Token token) {
    const auto at = hidden.find(token);
    return at != hidden.end() && (at->second || !from_somebody);
  });
}

}  // namespace

std::string register_order(std::string_view name) {
  std::string_view longest;
  for (std::size_t at = 0; at < name.size();) {
    const auto begin = std::min(name.find_first_of("0123456789", at), name.size());
    const auto end = std::min(name.find_first_not_of("0123456789", begin), name.size());
    const auto run = name.substr(begin, end - begin);
    if (run.size() >= 8 && run.size() <= 14 && run.size() > longest.size()) longest = run;
    at = end;
  }
  return std::string(longest);
}

Judgement judge_register(store::Reader& reader, const Context& context, const FeedPlan& plan,
                         const RegisterFile& file, std::string_view order) {
  if (!order.empty() && order < store::newest_order(reader, plan.row)) return Judgement::older;
  const TokenMakers makers{context.db.keys(), plan.source, plan.lgcode5};
  const auto hidden = hidden_by(makers, file);
  const auto held = store::held_protections(reader, plan.row, base::jst_date(context.clock.now()));
  const auto gone = std::count_if(held.begin(), held.end(), [&](store::ProtectionRow row) {
    return is_left_out(reader, row, hidden);
  });
  const bool too_many =
      gone * 100 > static_cast<std::ptrdiff_t>(held.size()) * plan.brake.gone_percent;
  return too_many ? Judgement::too_many_gone : Judgement::apply;
}

Result<> pause_register(Context& context, const store::ArrivalRef& arrival,
                        const RegisterFile& file, Judgement why, std::string_view order) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::ArrivalCounts counts;
    counts.records = static_cast<std::int64_t>(file.entries.size());
    store::set_arrival_counts(tx, arrival.row, counts);
    store::set_arrival_facts(tx, arrival, order, "");
    store::set_arrival_state(tx, arrival.row, store::ArrivalState::decoding,
                             store::ArrivalState::paused, name_of(why));
    tx.audit(
        entry_of(system_actor, "arrival.paused", "arrival/" + arrival.id.text(), name_of(why)));
    return {};
  });
}

}  // namespace hub::service
