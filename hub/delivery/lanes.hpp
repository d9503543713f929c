// What may be handed to egress now: caps per partner and in all, and never two of one case under
// way. A partner that answers promptly gets some ahead of its connections, which egress begins the
// moment one is free: no connection waits for a commit.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "hub/delivery/outbox_port.hpp"

namespace hub::delivery {

enum class Ending {
  delivered,
  failed,       ///< an answer, but not a good one
  unreachable,  ///< no answer: until one comes, the partner has a single place
  gone,         ///< 410
  unsent,       ///< its turn came too late; it is claimed, and decided, anew
};

/// Pure bookkeeping, one thread.
class Lanes {
 public:
  /// `ahead`: how many more than `per_partner` a prompt partner gets.
  Lanes(std::size_t in_all, std::size_t per_partner, std::size_t ahead)
      : in_all_(in_all), per_partner_(per_partner), ahead_(ahead) {}

  /// Whether it may go now; it then counts as under way. What may not goes back unsent: a decision
  /// of the gate is not kept for later.
  bool begin(const Claim& claim);
  /// Frees its place. `prompt`: it came back soon enough for others to stand ahead behind it.
  void finished(const Claim& claim, Ending ending, bool prompt);

  [[nodiscard]] Room room() const;
  [[nodiscard]] std::size_t in_flight() const noexcept { return busy_.size(); }

 private:
  using Key = std::pair<std::string, std::string>;
  using Names = std::set<std::string, std::less<>>;
  static Key key_of(const Claim& claim) { return {claim.partner, claim.order_key}; }
  [[nodiscard]] std::size_t cap_of(const std::string& partner) const;
  [[nodiscard]] std::size_t connections() const;
  void note(const std::string& partner, Ending ending, bool prompt);

  std::size_t in_all_;
  std::size_t per_partner_;
  std::size_t ahead_;
  std::map<std::string, std::size_t, std::less<>> under_way_;  // by partner
  std::set<Key> busy_;
  Names unreachable_;
  Names prompt_;
};

}  // namespace hub::delivery
