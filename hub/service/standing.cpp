#include "hub/service/standing.hpp"

namespace hub::service {

bool Standing::yields_to(store::Reader& reader, store::ArrivalRow brought) {
  if (!stands_for_) return false;
  const auto [at, fresh] = newer_.try_emplace(brought.value, false);
  if (fresh) at->second = store::origin_of(reader, brought) > stands_for_;
  return at->second;
}

}  // namespace hub::service
