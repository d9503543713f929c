// What nothing but time brings about: consents end, protections begin and end, deadlines come, and
// people come of the age at which a household makes another pattern. Looks at once (the daemon may
// have been away when it happened), then when the next consent ends, and once a minute in any case,
// for a clock may be set.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "hub/service/context.hpp"
#include "hub/store/row_ids.hpp"

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

 private:
  void loop();
  base::Result<> look();
  base::Result<> tell_deadlines();
  base::Result<> step_round();
  [[nodiscard]] std::chrono::milliseconds pause() const;
  [[nodiscard]] bool stopping();

  service::Context& context_;
  std::function<void()> orders_changed_;
  /// Every household once a day, and again after a reload: a few at a time, with a rest after each
  /// few, so that no request waits behind many. The thread's own.
  struct Round {
    std::string day;
    std::shared_ptr<const service::Book> book;
    store::HouseholdRow last;
    bool done = false;
  };
  Round round_;
  struct Looked {
    std::string day;
    std::shared_ptr<const service::Book> book;
  };
  Looked deadlines_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::daemon
