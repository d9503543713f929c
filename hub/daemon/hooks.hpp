// Processes kept webhooks on a thread of its own: after the commit that acknowledged them, and what
// an earlier run left.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "hub/service/context.hpp"

namespace hub::daemon {

class Hooks {
 public:
  /// `acted`: something may stand in the outbox now. Starts its thread.
  Hooks(service::Context& context, std::function<void()> acted);
  /// stop().
  ~Hooks();
  Hooks(const Hooks&) = delete;
  Hooks& operator=(const Hooks&) = delete;

  /// One was kept. Any thread, cheap.
  void wake();
  void stop();

 private:
  void loop();

  service::Context& context_;
  std::function<void()> acted_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = true;  // what an earlier run left
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::daemon
