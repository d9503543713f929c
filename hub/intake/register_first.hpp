// The protection register goes before every other file (GATE: applied before any other): the other
// sources wait while it has something to bring.
#pragma once

#include <atomic>

namespace hub::intake {

/// Any thread.
class RegisterFirst {
 public:
  /// `kept`: this municipality keeps a register here; then everybody waits for its first look.
  explicit RegisterFirst(bool kept) : busy_(kept) {}
  void busy(bool busy) noexcept { busy_ = busy; }
  [[nodiscard]] bool others_wait() const noexcept { return busy_; }

 private:
  std::atomic<bool> busy_;
};

}  // namespace hub::intake
