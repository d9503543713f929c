#include "hub/adapter/backoff.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace hub::adapter {
namespace {

/// Remembered at once; beyond it the memory starts anew.
constexpr std::size_t deliveries_remembered = 256;

}  // namespace

milliseconds Backoff::pause() {
  milliseconds pause = budget_.first_pause;
  for (int death = 1; death < in_a_row_ && pause < budget_.longest_pause; ++death)
    pause *= 2;
  pause = std::min(pause, budget_.longest_pause);
  std::uint8_t dice = 0;
  random_.fill(std::span(&dice, 1));
  return pause + pause * dice / (4 * 256);
}

void Backoff::postponed() {
  ++in_a_row_;
  next_start_ = clock_.steady() + pause();
}

void Backoff::died(const std::string& key) {
  ++in_a_row_;
  const bool same_delivery = !key.empty() && key == last_key_;
  if (!same_delivery) ++strikes_;
  last_key_ = key;
  if (deaths_on_.size() == deliveries_remembered) deaths_on_.clear();
  if (!key.empty()) ++deaths_on_[key];
  next_start_ = clock_.steady() + pause();
}

void Backoff::worked(const std::string& key) {
  in_a_row_ = 0;
  strikes_ = 0;
  last_key_.clear();
  deaths_on_.erase(key);
  next_start_ = {};
}

void Backoff::forgive() {
  worked({});
  given_up_ = false;
  deaths_on_.clear();
}

bool Backoff::sets_aside(const std::string& key) {
  const auto found = deaths_on_.find(key);
  if (found == deaths_on_.end() || found->second < budget_.deaths_to_quarantine) return false;
  deaths_on_.erase(found);
  return true;
}

}  // namespace hub::adapter
