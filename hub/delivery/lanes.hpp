// What may be sent now: caps per partner and in all, and never two of one case under way. A later
// one of a case waits for the earlier, and goes back unsent if the earlier failed.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "hub/delivery/outbox_port.hpp"

namespace hub::delivery {

enum class Ending {
  delivered,
  failed,       ///< an answer, but not a good one
  unreachable,  ///< no answer: until one comes, the partner has a single place
  gone,         ///< 410
};

/// Pure bookkeeping, one thread.
class Lanes {
 public:
  Lanes(std::size_t in_all, std::size_t per_partner) : in_all_(in_all), per_partner_(per_partner) {}

  /// Keeps a claim until it may be sent. In the order of the claims.
  void offer(Claim claim);
  /// The next that may be sent now, of a partner that has room; it counts as under way.
  std::optional<Claim> take();
  /// Frees its place. Returned is what must go back unsent: behind a failure the rest of its case,
  /// behind a dead partner all that waits for it.
  std::vector<Claim> finished(const Claim& claim, Ending ending);
  /// Everything that waits.
  std::vector<Claim> give_back();

  [[nodiscard]] Room room() const;
  [[nodiscard]] std::size_t in_flight() const noexcept { return busy_.size(); }

 private:
  using Key = std::pair<std::string, std::string>;
  struct Lane {
    std::size_t in_flight = 0;
    std::deque<Claim> waiting;
  };
  static Key key_of(const Claim& claim) { return {claim.partner, claim.order_key}; }
  [[nodiscard]] std::size_t cap_of(const std::string& partner) const;
  std::optional<Claim> take_from(const std::string& partner, Lane& lane);

  std::size_t in_all_;
  std::size_t per_partner_;
  std::map<std::string, Lane, std::less<>> lanes_;
  std::set<Key> busy_;
  std::set<std::string, std::less<>> unreachable_;
  std::string last_;  ///< the partner served last: the next turn begins behind it
};

}  // namespace hub::delivery
