// When to try again: Standard Webhooks' schedule of about three days, with jitter; Retry-After is
// honoured, 410 means the receiver is gone, a redirect is a failure like any other.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/delivery/outbox_port.hpp"

namespace hub::delivery {

/// Waits before the second, third … try.
std::span<const std::chrono::seconds> standard_schedule() noexcept;

/// What came back of one try. `status` 0: no answer (refused, timed out, not allowed).
struct TryResult {
  int status = 0;
  std::string_view retry_after;  ///< seconds; an HTTP date is ignored
};

struct Verdict {
  Fate fate = Fate::retry;
  std::optional<base::UtcMillis> next_at;
};

/// Pure but for `random` (jitter of up to a fifth, so that a receiver that comes back is not met by
/// everything at once). `attempt` is the number of the try that just ended, from 1.
Verdict next_attempt(std::span<const std::chrono::seconds> schedule, int attempt,
                     const TryResult& result, base::UtcMillis now, base::Random& random);

}  // namespace hub::delivery
