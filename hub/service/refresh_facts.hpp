// The rules of normalizing changed: what linkage is told of a record is made anew from its body.
#pragma once

#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Of records whose facts other rules made. One of which only keys are kept stays as it is until it
/// is delivered again.
void refresh_facts(store::Transaction& tx, const Context& context,
                   const std::vector<store::RecordRow>& records);

}  // namespace hub::service
