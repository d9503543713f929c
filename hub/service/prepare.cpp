#include "hub/service/prepare.hpp"

#include "hub/codec/typed.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/person_tokens.hpp"
#include "hub/service/received.hpp"

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

}  // namespace

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

std::vector<crypto::Token> tokens_of(const Context& context, const FeedPlan& plan,
                                     const codec::Record& record) {
  const auto& keys = context.db.keys();
  std::vector<crypto::Token> tokens;
  if (const auto key = person_key(record); !key.empty()) {
    tokens.push_back(person_token(context, plan, key));
  }
  if (const auto key = consultation_key(record); !key.empty()) {
    const auto consultation = number_of(domain::RecordKind::consultation);
    tokens.push_back(
        consultation_token(context, store::record_id(keys, plan.row, consultation, key)));
  }
  add_match_tokens({keys, context.tables, plan.source, plan.lgcode5}, record, tokens);
  return tokens;
}

store::IncomingRecord prepare(const Context& context, const FeedPlan& plan,
                              const codec::Record& record, std::string_view json) {
  auto out = identify(context, plan, record, json);
  out.tokens = tokens_of(context, plan, record);
  return out;
}

}  // namespace hub::service
