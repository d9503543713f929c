// What must go no further about a person, after a word or a decision took something away: what is
// on its way is named, what waits is held in the same transaction, and each holder of a copy is
// told to use it no longer (stop_use.hpp). Whatever else may still go, the gate says when it goes.
#pragma once

#include <optional>
#include <vector>

#include "hub/service/reach.hpp"
#include "hub/service/stop_use.hpp"

namespace hub::service {

/// An order that was claimed before and is not answered: it may still arrive.
struct InFlight {
  base::ReferralId referral;
  store::UnderWay order;
};

/// Which copies a granted request is about.
struct Concerned {
  domain::Labels items{};                 ///< kinds of data; none: all
  std::vector<std::string> recipients{};  ///< agencies as the log names them; none: all
};

struct Stopped {
  std::vector<InFlight> in_flight;
  std::vector<Holder> holders;
  std::vector<base::ReferralId> held;
};

/// Lives from before the change to after it, in one transaction.
class Halting {
 public:
  /// Looks at what may be shared of the person, way by way (reach.hpp): now, or at the moment
  /// `before`, where time alone took something away.
  Halting(store::Transaction& tx, const Book& book, const store::PersonRef& person,
          std::optional<base::UtcMillis> before = std::nullopt);

  /// After the change: stops what was lost.
  Stopped stop(const Because& why);
  /// The same, and tells each of these who holds such a datum, on whatever ground he got it. Nobody
  /// else is told: he may go on.
  Stopped stop_all(const Because& why, const Concerned& concerned);

 private:
  /// One way by which data of the person may go, or went.
  struct Matter {
    Passage passage;
    domain::Labels before;
    std::vector<Copy> copies;
  };

  void stop(const Matter& matter, const Because& why, Stopped& out);
  void name_under_way(const store::StoredReferral& referral, Stopped& out);
  void hold(const store::StoredReferral& referral, std::string_view why, std::string_view actor,
            Stopped& out);
  void tell(const std::vector<Copy>& copies, const Because& why, Stopped& out);
  [[nodiscard]] std::vector<Copy> copies_among(const Concerned& concerned);

  store::Transaction& tx_;
  const Book& book_;
  store::PersonRef person_;
  std::vector<Matter> matters_;
};

}  // namespace hub::service
