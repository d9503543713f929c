#include "hub/service/protect.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/hiding.hpp"
#include "hub/service/let_go.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"
#include "hub/store/rejects.hpp"
#include "hub/store/sources.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using base::Result;

void add_side(const TokenMakers& makers, const RegisterPerson& person, store::Side side,
              std::vector<store::SideToken>& tokens) {
  std::vector<crypto::Token> found;
  add_register_tokens(makers, person, found);
  for (const auto token : found)
    tokens.push_back({token, side});
}

void write_person(tsunagu::json::Writer& json, std::string_view name,
                  const RegisterPerson& person) {
  json.key(name);
  json.begin_object();
  json.key("number");
  json.string(person.number);
  json.key("kana");
  json.string(person.kana);
  json.key("birthday");
  json.string(person.birthday);
  json.end_object();
}

std::string body_of(const RegisterEntry& entry) {
  std::string body;
  tsunagu::json::Writer json(body);
  json.begin_object();
  write_person(json, "hidden", entry.hidden);
  write_person(json, "near", entry.near);
  json.end_object();
  return body;
}

store::NewProtection protection_of(const TokenMakers& makers, const FeedPlan& plan,
                                   const RegisterEntry& entry) {
  store::NewProtection out;
  out.feed = plan.row;
  out.key = entry.key;
  out.from_day = entry.from_day;
  out.until_day = entry.until_day;
  add_side(makers, entry.hidden, store::Side::hidden, out.tokens);
  for (const auto& person : entry.together)
    add_side(makers, person, store::Side::hidden, out.tokens);
  add_side(makers, entry.near, store::Side::near, out.tokens);
  out.body = body_of(entry);
  return out;
}

/// Records of those whom the register hides until now.
Records hidden_until_now(store::Transaction& tx, const FeedPlan& plan) {
  Records records;
  for (const auto entry : store::held_protections(tx, plan.row, base::jst_date(tx.now())))
    add_bearers(tx, store::tokens_of(tx, entry, store::Side::hidden), records);
  return records;
}

std::vector<crypto::Token> hidden_side(const store::NewProtection& entry) {
  std::vector<crypto::Token> tokens;
  for (const auto& side : entry.tokens) {
    if (side.side == store::Side::hidden) tokens.push_back(side.token);
  }
  return tokens;
}

}  // namespace

Result<> apply_register(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival,
                        const RegisterFile& file, std::string_view order) {
  const TokenMakers makers{context.db.keys(), plan.source, plan.lgcode5};
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    std::vector<store::NewProtection> protections;
    auto concerned = hidden_until_now(tx, plan);
    for (const auto& entry : file.entries) {
      protections.push_back(protection_of(makers, plan, entry));
      store::put_protection(tx, protections.back(), arrival.row);
    }
    store::end_others(tx, plan.row, arrival.row);
    Records named;
    for (const auto& protection : protections)
      add_bearers(tx, hidden_side(protection), named);
    concerned.insert(named.begin(), named.end());
    settle_hiding(tx, context, named, concerned);
    store::ArrivalCounts counts;
    counts.records = static_cast<std::int64_t>(file.entries.size());
    store::forget_remarks(tx, arrival.row);
    store::set_arrival_counts(tx, arrival.row, counts);
    store::set_arrival_state(tx, arrival.row, store::ArrivalState::decoding,
                             store::ArrivalState::applied);
    store::mark_applied(tx, plan.row, order);
    let_go(tx, plan.scope, arrival.row);
    tx.audit(entry_of("source/" + plan.source, "register.applied", "arrival/" + arrival.id.text()));
    return {};
  });
}

std::vector<store::Protection> protections_of(store::Reader& reader,
                                              const std::vector<crypto::Token>& tokens,
                                              base::UtcMillis at) {
  std::vector<crypto::Token> wanted = of_kind(MatchKind::number, tokens);
  const auto days = of_kind(MatchKind::kana_day, tokens);
  wanted.insert(wanted.end(), days.begin(), days.end());
  return store::protections_with(reader, wanted, base::jst_date(at));
}

std::vector<crypto::Token> tokens_of_person(store::Reader& reader, store::PersonRow person) {
  std::vector<crypto::Token> tokens;
  for (const auto& linked : store::linked_records(reader, person))
    tokens.insert(tokens.end(), linked.tokens.begin(), linked.tokens.end());
  return tokens;
}

bool hides(const std::vector<store::Protection>& one, const std::vector<store::Protection>& other) {
  return std::any_of(one.begin(), one.end(), [&other](const store::Protection& mine) {
    return std::any_of(other.begin(), other.end(), [&mine](const store::Protection& theirs) {
      return mine.row == theirs.row && mine.side != theirs.side;
    });
  });
}

}  // namespace hub::service
