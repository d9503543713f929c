// What may not stay of a delivery goes: bytes that its source's ground does not allow to be kept,
// and whatever held a number that nobody here may hold.
#pragma once

#include "hub/profile/source.hpp"
#include "hub/service/context.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

/// GATE (intake scopes): only `all_rows` allows the bytes and the name as delivered to stay. While
/// a delivery is open its bytes are its only copy: they stay, sealed, until it is settled.
constexpr bool keeps_bytes(profile::Scope scope) noexcept {
  return scope == profile::Scope::all_rows;
}

/// In the transaction that settles a delivery.
void let_go(store::Transaction& tx, profile::Scope scope, store::ArrivalRow arrival);

/// After that transaction: staged records go, and the old pages leave the log. `busy` while
/// somebody reads; try again then.
base::Result<> forget(Context& context, const base::ArrivalId& arrival);

}  // namespace hub::service
