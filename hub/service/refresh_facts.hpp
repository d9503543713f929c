// The rules of normalizing changed: what linkage is told of a record, and its match tokens, are
// made anew from its body, which stays as it came.
#pragma once

#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Where other rules than today's made them: of which day they are, since 1970-01-01.
std::optional<std::uint32_t> day_of_old_facts(store::Reader& reader, const Context& context,
                                              store::RecordRow row);

/// Of person records whose facts other rules made, or that came before there were facts. One of
/// which only keys are kept stays as it is until it is delivered again.
void refresh_facts(store::Transaction& tx, const Context& context,
                   const std::vector<store::RecordRow>& records);

/// Of a record of which only keys are kept, and which is delivered again as it was: takes those
/// that were made of it now. Answers the tokens that stood before; nothing where the rules are
/// still the same.
std::optional<std::vector<crypto::Token>> renew_keys(store::Transaction& tx, const Context& context,
                                                     store::RecordRow row,
                                                     const store::IncomingRecord& now);

}  // namespace hub::service
