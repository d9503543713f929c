#include "hub/http/admission.hpp"

#include <algorithm>

namespace hub::http {

bool Admission::enter(const base::AddressBytes& peer) {
  const bool known = base::any_contains(known_, peer);
  const auto cap = known ? caps_.all : caps_.all - std::min(caps_.reserved, caps_.all);
  if (open_ >= cap) return false;
  auto& mine = peers_[peer];
  if (mine >= caps_.per_peer) return false;
  ++mine;
  ++open_;
  return true;
}

void Admission::leave(const base::AddressBytes& peer) {
  const auto found = peers_.find(peer);
  if (found == peers_.end()) return;
  --open_;
  if (--found->second == 0) peers_.erase(found);
}

}  // namespace hub::http
