// A datum that the gate allowed to go to one recipient, for one purpose, now. Only a `Disclosure`
// makes one; only `hub/delivery` and the HTTP answers to an authorized reader take one.
#pragma once

#include <utility>

namespace hub::domain {

class Disclosure;

template <class T>
class Cleared {
 public:
  [[nodiscard]] const T& value() const& noexcept { return value_; }
  [[nodiscard]] T value() && noexcept { return std::move(value_); }

 private:
  friend class Disclosure;
  explicit Cleared(T value) : value_(std::move(value)) {}
  T value_;
};

}  // namespace hub::domain
