// The rules of normalizing changed: what linkage is told of a record, and its match tokens, are
// made anew from its body, which stays as it came.
#pragma once

#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Of person records whose facts other rules made, or that came before there were facts. One of
/// which only keys are kept stays as it is until it is delivered again.
void refresh_facts(store::Transaction& tx, const Context& context,
                   const std::vector<store::RecordRow>& records);

}  // namespace hub::service
