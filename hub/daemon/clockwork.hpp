// What nothing but time brings about: consents end. Looks at once (the daemon may have been away
// when it happened), then when the next one ends, and once a minute in any case, for a clock may be
// set.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "hub/service/context.hpp"

namespace hub::daemon {

class Clockwork {
 public:
  /// Borrows the context. `orders_changed`: there is something to send.
  Clockwork(service::Context& context, std::function<void()> orders_changed);
  /// stop().
  ~Clockwork();
  Clockwork(const Clockwork&) = delete;
  Clockwork& operator=(const Clockwork&) = delete;

  /// On a thread of its own.
  void start();
  /// Joins.
  void stop();

  /// One look. Any thread.
  base::Result<> look();

 private:
  void loop();
  [[nodiscard]] std::chrono::milliseconds pause() const;
  [[nodiscard]] bool stopping();

  service::Context& context_;
  std::function<void()> orders_changed_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::daemon
