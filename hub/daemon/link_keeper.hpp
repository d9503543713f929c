// Keeps the links up to date with what they are made by: when thresholds, rules, weights or the
// rules of normalizing are others than the stored links were made with, everything is linked anew
// by itself, in pieces between requests (service/relink.hpp). One at a time, an operator's too.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "hub/service/relink.hpp"

namespace hub::daemon {

/// With the weights as they are, or with weights estimated first.
enum class Anew { rebuild, estimate };

/// For `doctor` and `link`.
struct RelinkState {
  bool running = false;
  service::RelinkProgress progress{};
  std::vector<std::string> why{};  ///< codes of service::why_link_anew; empty: an operator asked
  std::string trouble{};           ///< why it could not, the last time
};

class LinkKeeper {
 public:
  /// Borrows the context.
  explicit LinkKeeper(service::Context& context) : context_(context) {}
  /// stop().
  ~LinkKeeper();
  LinkKeeper(const LinkKeeper&) = delete;
  LinkKeeper& operator=(const LinkKeeper&) = delete;

  /// Looks at once, on a thread of its own.
  void start();
  /// The configuration may be another: what is under way by the old one ends.
  void look_again();
  /// Ends after the piece under way, and joins; the next start begins it again.
  void stop();

  /// To its end, on the caller's thread. `busy` while another one runs.
  base::Result<service::RelinkProgress> run(Anew anew, std::string_view actor,
                                            const service::OnRelinked& see);
  /// Any thread.
  [[nodiscard]] RelinkState state() const;

 private:
  void loop();
  base::Result<> look();
  base::Result<service::RelinkProgress> work(Anew anew, std::string_view actor,
                                             const service::OnRelinked& see,
                                             std::vector<std::string> why);
  void note(const service::RelinkProgress& progress);
  void note_trouble(std::string trouble);

  service::Context& context_;
  std::mutex one_;  // who links anew
  std::atomic<bool> stopping_{false};
  std::atomic<bool> wanted_{false};
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  RelinkState state_;
  std::thread thread_;
};

}  // namespace hub::daemon
