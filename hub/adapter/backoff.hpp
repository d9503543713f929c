// How long a source waits before its adapter is started again, and when it has died too often.
#pragma once

#include <map>
#include <string>

#include "hub/adapter/launch.hpp"
#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"

namespace hub::adapter {

/// Pauses double with each death in a row and are stretched by up to a quarter at random, so that
/// adapters that died together don't start together. Deaths on one and the same delivery speak
/// against the delivery: they count once against the adapter. One thread at a time.
class Backoff {
 public:
  /// Borrows clock and random.
  Backoff(const Budget& budget, const base::Clock& clock, base::Random& random)
      : budget_(budget), clock_(clock), random_(random) {}

  /// `key` names the delivery that was being read; empty: none was.
  void died(const std::string& key);
  /// It was not started, through no fault of its own: it is tried again, and never given up.
  void postponed();
  /// A delivery or message came to its end.
  void worked(const std::string& key);
  /// It died too often before this object was made.
  void give_up() { given_up_ = true; }
  /// A person released it: forgets everything.
  void forgive();
  /// Its settings changed.
  void renew(const Budget& budget) {
    budget_ = budget;
    forgive();
  }

  [[nodiscard]] bool waiting() const { return clock_.steady() < next_start_; }
  [[nodiscard]] base::Monotonic next_start() const { return next_start_; }
  [[nodiscard]] bool quarantined() const {
    return given_up_ || strikes_ >= budget_.deaths_to_quarantine;
  }
  [[nodiscard]] int in_a_row() const { return in_a_row_; }
  /// True when these bytes have ended the process so often that they are set aside: told once, for
  /// whoever brings them again has a reason.
  [[nodiscard]] bool sets_aside(const std::string& key);

 private:
  [[nodiscard]] milliseconds pause();

  Budget budget_;
  const base::Clock& clock_;
  base::Random& random_;
  base::Monotonic next_start_{};
  int in_a_row_ = 0;
  int strikes_ = 0;
  bool given_up_ = false;
  std::string last_key_;
  std::map<std::string, int> deaths_on_;
};

}  // namespace hub::adapter
