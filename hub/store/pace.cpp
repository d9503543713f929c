#include "hub/store/pace.hpp"

#include <algorithm>

#include "hub/base/limits.hpp"

namespace hub::store {
namespace {

namespace limits = base::limits;

constexpr int rows_at_most = 4'000;
constexpr int quiet_rows_at_least = 4'000;

}  // namespace

void Tempo::requests_took(base::Monotonic::duration time) {
  commit_ += (time - commit_) / 8;
}

// A piece that was slow halves the next at most, and a quick one lets it grow by an eighth: what is
// slow once (another program has the disk) need not be slow again.
void Tempo::piece_took(base::Monotonic::duration time) {
  const base::Monotonic::duration aim = std::chrono::milliseconds(limits::apply_chunk_ms);
  const bool slow = time > std::max(aim, 2 * commit_);
  rows_ = std::clamp(slow ? rows_ / 2 : rows_ + rows_ / 8, fewest_rows, rows_at_most);
}

Pace Pace::in_quiet(const base::Clock& clock, const std::atomic<bool>& request_waits) {
  return {clock, request_waits, quiet_rows_at_least, true};
}

Pace Pace::between_requests(const base::Clock& clock, const std::atomic<bool>& request_waits,
                            int rows) {
  return {clock, request_waits, rows, false};
}

// While nobody asks for anything, a piece that a slow machine cuts short costs more than it frees.
bool Pace::over() const {
  ++asked_;
  if (asked_ > fewest_rows && request_waits_.load(std::memory_order_relaxed)) return true;
  if (asked_ <= rows_) return false;
  return !quiet_ ||
         clock_.steady() - began_ >= std::chrono::milliseconds(limits::apply_quiet_chunk_ms);
}

}  // namespace hub::store
