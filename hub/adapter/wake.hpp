// A descriptor that becomes readable once, for good.
#pragma once

namespace hub::adapter {

class Wake {
 public:
  Wake();
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;
  ~Wake();

  /// From now on every wait that watches `descriptor` ends. Any thread.
  void wake();
  /// Any thread.
  [[nodiscard]] bool awake() const;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace hub::adapter
