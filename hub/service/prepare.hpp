// Makes a checked record ready for the store: its id, its match tokens, its hash. Everything that
// is costly and needs no transaction.
#pragma once

#include <optional>
#include <string_view>

#include "hub/codec/record.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Its id and hash, without tokens and body: whether it is unchanged is told by these. Any thread.
store::IncomingRecord identify(const Context& context, const FeedPlan& plan,
                               const codec::Record& record, std::string_view json);
/// All tokens of a record; the first, where there is one, is that of the person whom the record is
/// about. Of a person record also its facts, sealed, of today or of another day. Any thread.
void add_match_keys(const Context& context, const FeedPlan& plan, const codec::Record& record,
                    store::IncomingRecord& out, std::optional<std::uint32_t> day = std::nullopt);
/// Both. Without a body: see Stager for merging with what is held.
store::IncomingRecord prepare(const Context& context, const FeedPlan& plan,
                              const codec::Record& record, std::string_view json);

/// Days since 1970-01-01, as facts say when a record came.
std::uint32_t day_number(base::UtcMillis at);

/// Of the person record with that record key.
crypto::Token person_token(const Context& context, const FeedPlan& plan,
                           std::string_view person_key);

/// Of the consultation record with that id.
crypto::Token consultation_token(const Context& context, const base::RecordId& id);

constexpr store::RecordKind number_of(domain::RecordKind kind) {
  return static_cast<store::RecordKind>(kind);
}

}  // namespace hub::service
