#include "hub/service/prepare.hpp"

#include "hub/codec/typed.hpp"
#include "hub/service/blocks.hpp"
#include "hub/service/home_keys.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/service/received.hpp"
#include "hub/service/search_tokens.hpp"

namespace hub::service {
namespace {

/// A person record is about itself.
std::string_view person_key(const codec::Record& record) {
  return record.kind() == domain::RecordKind::person ? record.key() : codec::person_key_of(record);
}

/// A consultation, or the one that a concern is part of; empty for others.
std::string_view consultation_key(const codec::Record& record) {
  if (record.kind() == domain::RecordKind::consultation) return record.key();
  if (record.kind() == domain::RecordKind::concern) return consultation_key_of(record);
  return {};
}

crypto::Token token_of(const Context& context, MatchKind match, const base::RecordId& id) {
  const auto& maker = context.db.keys().tokens(crypto::Purpose::record_key);
  return tagged(match, maker.token(crypto::text_of(id.bytes())));
}

/// Tokens of blocks and houses follow from the packed rows, so that those who share one are those
/// whom linkage would compare.
void add_facts(const Context& context, const FeedPlan& plan, const codec::Record& record,
               std::uint32_t recorded, store::IncomingRecord& out) {
  const crypto::Opened facts(make_facts({context.tables, plan.lgcode5, recorded}, record));
  const auto rows = packed_rows(facts, context.weights()->model);
  for (const auto& block : blocks_of(context.db.keys(), rows))
    out.tokens.push_back(block.token);
  add_home_keys(context.db.keys(), linkage::residence_in(rows.front()), out.tokens);
  add_search_tokens(context.db.keys(), facts, out.tokens);
  out.facts = seal_facts(context.db.keys(), out.id, facts);
}

}  // namespace

std::uint32_t day_number(base::UtcMillis at) {
  const std::chrono::sys_days day(base::jst_day(at));
  return static_cast<std::uint32_t>(day.time_since_epoch().count());
}

crypto::Token person_token(const Context& context, const FeedPlan& plan,
                           std::string_view person_key) {
  const auto person = number_of(domain::RecordKind::person);
  return token_of(context, MatchKind::person_record,
                  store::record_id(context.db.keys(), plan.row, person, person_key));
}

crypto::Token consultation_token(const Context& context, const base::RecordId& id) {
  return token_of(context, MatchKind::consultation, id);
}

store::IncomingRecord identify(const Context& context, const FeedPlan& plan,
                               const codec::Record& record, std::string_view json) {
  const auto& keys = context.db.keys();
  store::IncomingRecord out;
  out.feed = plan.row;
  out.kind = number_of(record.kind());
  out.id = store::record_id(keys, plan.row, out.kind, record.key());
  out.hash = store::row_hash(keys, json);
  return out;
}

void add_match_keys(const Context& context, const FeedPlan& plan, const codec::Record& record,
                    store::IncomingRecord& out, std::optional<std::uint32_t> day) {
  const auto& keys = context.db.keys();
  auto& tokens = out.tokens;
  tokens.clear();
  if (const auto key = person_key(record); !key.empty()) {
    const auto person = person_token(context, plan, key);
    tokens.push_back(person);
    if (record.kind() == domain::RecordKind::consent) tokens.push_back(consents_about(person));
  }
  if (const auto key = consultation_key(record); !key.empty()) {
    const auto consultation = number_of(domain::RecordKind::consultation);
    tokens.push_back(
        consultation_token(context, store::record_id(keys, plan.row, consultation, key)));
  }
  add_match_tokens({keys, plan.source, plan.lgcode5}, record, tokens);
  if (record.kind() == domain::RecordKind::person)
    add_facts(context, plan, record, day.value_or(day_number(context.clock.now())), out);
  if (record.kind() == domain::RecordKind::household_hint) {
    for (const auto key : housemate_keys_of(record))
      tokens.push_back(tagged(MatchKind::housemate, person_token(context, plan, key)));
  }
}

store::IncomingRecord prepare(const Context& context, const FeedPlan& plan,
                              const codec::Record& record, std::string_view json) {
  auto out = identify(context, plan, record, json);
  add_match_keys(context, plan, record, out);
  return out;
}

}  // namespace hub::service
