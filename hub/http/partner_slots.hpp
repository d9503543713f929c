// How many webhooks of each partner wait for their answer: one partner's flood gets 429 before it
// fills the queues that all share.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace hub::http {

/// Network thread. Only verified partners are counted, so the map stays as small as their list.
class PartnerSlots {
 public:
  explicit PartnerSlots(std::size_t each) : each_(each) {}

  /// False where the partner has `each` already.
  bool take(const std::string& partner) {
    auto& taken = taken_[partner];
    if (taken >= each_) return false;
    ++taken;
    return true;
  }
  void give_back(const std::string& partner) { --taken_.at(partner); }

 private:
  std::size_t each_;
  std::map<std::string, std::size_t, std::less<>> taken_;
};

}  // namespace hub::http
