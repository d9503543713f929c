// Result<T> for what can be expected, exceptions for what can't.
#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>
#include <utility>

#include "hub/base/failure.hpp"

namespace hub::base {

template <class T = void>
using Result = boost::system::result<T, Failure>;

/// `return fail(Kind::invalid, "line 3: …");`
inline Failure fail(Kind kind, std::string text) {
  return {kind, std::move(text)};
}

/// Thrown by `value()` on a failed Result: a defect of the caller, caught only at the four places
/// that catch exceptions (main, the HTTP session, the job runner, the SDK's C boundary).
class FailureError : public std::runtime_error {
 public:
  explicit FailureError(const Failure& failure)
      : std::runtime_error(failure.text()), failure_(failure) {}
  [[nodiscard]] const Failure& failure() const noexcept { return failure_; }

 private:
  Failure failure_;
};

/// Found by Boost.System through ADL.
[[noreturn]] inline void throw_exception_from_error(const Failure& failure,
                                                    const boost::source_location&) {
  throw FailureError(failure);
}

}  // namespace hub::base
