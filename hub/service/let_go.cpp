#include "hub/service/let_go.hpp"

#include "hub/store/staging.hpp"

namespace hub::service {

void let_go(store::Transaction& tx, profile::Scope scope, store::ArrivalRow arrival) {
  if (!keeps_bytes(scope)) store::destroy_bytes(tx, arrival);
}

base::Result<> forget(Context& context, const base::ArrivalId& arrival) {
  store::remove_staging(context.db.folder(), arrival);
  return context.db.writer().forget_log();
}

}  // namespace hub::service
