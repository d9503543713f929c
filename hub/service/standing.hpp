// What a delivery that is read again may touch: it stands for one that came before others, and
// undoes nothing that a newer one brought.
#pragma once

#include <unordered_map>

#include "hub/store/arrivals.hpp"

namespace hub::service {

/// One delivery, one thread.
class Standing {
 public:
  /// `stands_for`: no row for a delivery that is itself.
  explicit Standing(store::ArrivalRow stands_for) : stands_for_(stands_for) {}

  /// A newer delivery than the one it stands for brought this.
  [[nodiscard]] bool yields_to(store::Reader& reader, store::ArrivalRow brought);

 private:
  store::ArrivalRow stands_for_;
  std::unordered_map<std::int64_t, bool> newer_;  // few deliveries brought what a feed holds
};

}  // namespace hub::service
