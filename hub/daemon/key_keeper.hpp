// The rotation of the data key, one at a time: asked for by an operator, or gone on with by itself
// when the daemon starts and finds one that was cut short, so that the old key does not wait for
// somebody to remember it. Works in pieces between requests (store/rotation.hpp).
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "hub/store/rotation.hpp"

namespace hub::daemon {

/// Called between slices; false: stop, and go on another time.
using OnRotation = std::function<bool(const store::RotationProgress&)>;

struct RotationCounts {
  bool running = false;
  std::int64_t renewed = 0;  ///< sealed anew since the daemon started
};

class KeyKeeper {
 public:
  /// The database is borrowed.
  explicit KeyKeeper(store::Database& database) : database_(database) {}
  /// stop().
  ~KeyKeeper();
  KeyKeeper(const KeyKeeper&) = delete;
  KeyKeeper& operator=(const KeyKeeper&) = delete;

  /// Goes on with an unfinished rotation on a thread of its own; does nothing where there is none.
  void start();
  /// Ends after the slice under way, and joins.
  void stop();
  /// To its end, on the caller's thread. `busy` while another one runs.
  base::Result<store::RotationProgress> rotate(std::string_view actor, const OnRotation& see);
  /// Any thread.
  [[nodiscard]] RotationCounts counts() const;

 private:
  void go_on();

  store::Database& database_;
  std::mutex one_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> running_{false};
  std::atomic<std::int64_t> renewed_{0};
  std::thread thread_;
};

}  // namespace hub::daemon
