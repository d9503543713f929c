#include "hub/delivery/lanes.hpp"

#include <algorithm>

namespace hub::delivery {

std::size_t Lanes::cap_of(const std::string& partner) const {
  if (unreachable_.contains(partner)) return std::min<std::size_t>(1, per_partner_);
  return per_partner_ + (prompt_.contains(partner) ? ahead_ : 0);
}

/// What stands ahead takes none.
std::size_t Lanes::connections() const {
  std::size_t sum = 0;
  for (const auto& [partner, count] : under_way_)
    sum += std::min(count, per_partner_);
  return sum;
}

bool Lanes::begin(const Claim& claim) {
  const auto here = under_way_.find(claim.partner);
  const auto count = here == under_way_.end() ? 0 : here->second;
  if (count >= cap_of(claim.partner)) return false;
  if (count < per_partner_ && connections() >= in_all_) return false;
  if (!busy_.insert(key_of(claim)).second) return false;
  ++under_way_[claim.partner];
  return true;
}

void Lanes::note(const std::string& partner, Ending ending, bool prompt) {
  if (ending == Ending::unreachable) {
    unreachable_.insert(partner);
  } else if (ending != Ending::unsent) {
    unreachable_.erase(partner);
  }
  if (prompt && ending == Ending::delivered) {
    prompt_.insert(partner);
  } else {
    prompt_.erase(partner);
  }
}

void Lanes::finished(const Claim& claim, Ending ending, bool prompt) {
  busy_.erase(key_of(claim));
  note(claim.partner, ending, prompt);
  const auto here = under_way_.find(claim.partner);
  if (--here->second == 0) under_way_.erase(here);
}

Room Lanes::room() const {
  Room out;
  out.otherwise = per_partner_;
  for (const auto* names : {&unreachable_, &prompt_}) {
    for (const auto& partner : *names)
      out.partners[partner] = cap_of(partner);
  }
  for (const auto& [partner, count] : under_way_) {
    const auto cap = cap_of(partner);
    out.partners[partner] = cap - std::min(count, cap);
  }
  out.in_all = in_all_ - std::min(connections(), in_all_);
  for (const auto& partner : prompt_)
    out.in_all += std::min(out.partners[partner], ahead_);
  return out;
}

}  // namespace hub::delivery
