#include "hub/intake/poll_pace.hpp"

#include <algorithm>
#include <charconv>

#include "hub/base/limits.hpp"

namespace hub::intake {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds first_pause(base::limits::poll_first_pause_ms);
constexpr milliseconds longest_retry_after(base::limits::poll_longest_pause_ms);
constexpr int most_doublings = 10;  // beyond any regular time that makes sense

milliseconds asked_for(std::string_view text) {
  std::int64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || stop != end || error != std::errc{} || value < 0) return milliseconds(0);
  const auto longest = std::chrono::duration_cast<seconds>(longest_retry_after);
  return std::min(seconds(value), longest);
}

}  // namespace

void PollPace::answered(base::Monotonic now) {
  failures_ = 0;
  next_ = now + every_;
}

void PollPace::failed(base::Monotonic now, std::string_view retry_after) {
  const auto pause = std::min<milliseconds>(first_pause * (1 << failures_), every_);
  failures_ = std::min(failures_ + 1, most_doublings);
  next_ = now + std::max(pause, asked_for(retry_after));
}

}  // namespace hub::intake
