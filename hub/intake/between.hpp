// Work that one thread asks of another, which does it between two of its own steps.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "hub/base/result.hpp"

namespace hub::intake {

class Between {
 public:
  /// `busy`: not now, ask me again after the next step.
  using Work = std::function<base::Result<>()>;

  /// Waits until it is done. Given up, as long as it has not begun, when nobody waits for it any
  /// more (`stays`), after `patience`, and when the other thread ends. `wake` calls the other.
  base::Result<> ask(Work work, const std::function<bool()>& stays,
                     std::chrono::milliseconds patience, const std::function<void()>& wake);

  [[nodiscard]] bool asked() const;
  /// On the other thread.
  void serve();
  /// Nothing is done any more.
  void close();

 private:
  enum class State { free, waiting, at_work, done };

  mutable std::mutex mutex_;
  std::condition_variable moved_;
  State state_ = State::free;
  bool closed_ = false;
  Work work_;
  base::Result<> answer_;
};

}  // namespace hub::intake
