// Somebody's protection begins or ends, by a new register or by the day: who is one with whom, who
// lives with whom, and who may see what was raised about them, follows in the same transaction.
#pragma once

#include <set>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

using Records = std::set<store::RecordRow>;

/// The records that bear one of the tokens.
void add_bearers(store::Reader& reader, const std::vector<crypto::Token>& tokens, Records& records);

/// `named`: records of those who may begin to hide, and then live with the other side no more.
/// `concerned`: of all whose hiding began or ended; who hides is joined by numbers and officers
/// alone.
void settle_hiding(store::Transaction& tx, const Context& context, const Records& named,
                   const Records& concerned);

/// What entries of the register say of today and did not say when this was last asked, or the other
/// way round. Any day, any number of times.
base::Result<> turn_protections(Context& context);

}  // namespace hub::service
