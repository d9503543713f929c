#include "hub/delivery/lanes.hpp"

#include <algorithm>
#include <iterator>

namespace hub::delivery {

void Lanes::offer(Claim claim) {
  auto& lane = lanes_[claim.partner];
  lane.waiting.push_back(std::move(claim));
}

std::size_t Lanes::cap_of(const std::string& partner) const {
  return unreachable_.contains(partner) ? std::min<std::size_t>(1, per_partner_) : per_partner_;
}

std::optional<Claim> Lanes::take_from(const std::string& partner, Lane& lane) {
  if (lane.in_flight >= cap_of(partner)) return std::nullopt;
  const auto found =
      std::find_if(lane.waiting.begin(), lane.waiting.end(),
                   [&](const Claim& claim) { return !busy_.contains(key_of(claim)); });
  if (found == lane.waiting.end()) return std::nullopt;
  Claim claim = std::move(*found);
  lane.waiting.erase(found);
  ++lane.in_flight;
  busy_.insert(key_of(claim));
  return claim;
}

std::optional<Claim> Lanes::take() {
  if (busy_.size() >= in_all_) return std::nullopt;
  auto at = lanes_.upper_bound(last_);
  for (std::size_t seen = 0; seen < lanes_.size(); ++seen, ++at) {
    if (at == lanes_.end()) at = lanes_.begin();
    if (auto claim = take_from(at->first, at->second)) {
      last_ = at->first;
      return claim;
    }
  }
  return std::nullopt;
}

std::vector<Claim> Lanes::finished(const Claim& claim, Ending ending) {
  busy_.erase(key_of(claim));
  if (ending == Ending::unreachable) {
    unreachable_.insert(claim.partner);
  } else {
    unreachable_.erase(claim.partner);
  }
  const auto lane = lanes_.find(claim.partner);
  --lane->second.in_flight;
  auto& waiting = lane->second.waiting;
  const bool dead = ending == Ending::unreachable || ending == Ending::gone;
  const auto behind =
      std::stable_partition(waiting.begin(), waiting.end(), [&](const Claim& other) {
        const bool same_case = other.order_key == claim.order_key;
        return ending == Ending::delivered || !(dead || same_case);
      });
  std::vector<Claim> back(std::make_move_iterator(behind), std::make_move_iterator(waiting.end()));
  waiting.erase(behind, waiting.end());
  if (lane->second.in_flight == 0 && waiting.empty()) lanes_.erase(lane);
  return back;
}

std::vector<Claim> Lanes::give_back() {
  std::vector<Claim> out;
  for (auto& [partner, lane] : lanes_) {
    std::move(lane.waiting.begin(), lane.waiting.end(), std::back_inserter(out));
    lane.waiting.clear();
  }
  return out;
}

Room Lanes::room() const {
  Room out;
  out.otherwise = per_partner_;
  std::size_t held = busy_.size();
  for (const auto& partner : unreachable_)
    out.partners[partner] = cap_of(partner);
  for (const auto& [partner, lane] : lanes_) {
    const auto cap = cap_of(partner);
    out.partners[partner] = cap - std::min(lane.in_flight + lane.waiting.size(), cap);
    held += lane.waiting.size();
  }
  out.in_all = in_all_ - std::min(held, in_all_);
  return out;
}

}  // namespace hub::delivery
