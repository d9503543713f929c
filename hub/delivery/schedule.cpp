#include "hub/delivery/schedule.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hub::delivery {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Standard Webhooks 1.0, "Retries and timeouts": about three days in all.
constexpr std::array<seconds, 9> schedule{seconds(5), minutes(5), minutes(30), hours(2), hours(5),
                                          hours(10),  hours(14),  hours(20),   hours(24)};
constexpr seconds longest_retry_after = hours(24);

std::optional<seconds> seconds_from_text(std::string_view text) {
  std::int64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || stop != end || error != std::errc{} || value < 0) return std::nullopt;
  return std::min(seconds(value), longest_retry_after);
}

/// Up to a fifth more.
milliseconds jittered(milliseconds wait, base::Random& random) {
  std::array<std::uint8_t, 2> bytes{};
  random.fill(bytes);
  const std::int64_t share = (bytes[0] << 8) | bytes[1];
  return wait + milliseconds(wait.count() / 5 * share / 65'536);
}

}  // namespace

std::span<const seconds> standard_schedule() noexcept {
  return schedule;
}

Verdict next_attempt(std::span<const seconds> waits, int attempt, const TryResult& result,
                     base::UtcMillis now, base::Random& random) {
  if (result.status / 100 == 2) return {Fate::delivered, std::nullopt};
  if (result.status == 410) return {Fate::partner_gone, std::nullopt};
  const auto index = static_cast<std::size_t>(std::max(attempt, 1) - 1);
  if (index >= waits.size()) return {Fate::given_up, std::nullopt};
  const auto asked = seconds_from_text(result.retry_after).value_or(seconds(0));
  return {Fate::retry, now + jittered(std::max(waits[index], asked), random)};
}

}  // namespace hub::delivery
