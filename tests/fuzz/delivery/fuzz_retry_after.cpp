// Any status and any Retry-After of a partner: a verdict that lies in the future and within the
// schedule's reach.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/delivery/schedule.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const int status = data[0] * 256 + data[1];
  const int attempt = data[2] % 16 + 1;
  const std::string_view header(reinterpret_cast<const char*>(data) + 3, size - 3);
  hub::base::SeededRandom random(1);
  const auto now = hub::base::utc_from_millis(1'775'779'200'000);
  const auto verdict = hub::delivery::next_attempt(hub::delivery::standard_schedule(), attempt,
                                                   {status, header}, now, random);
  const bool again = verdict.fate == hub::delivery::Fate::retry;
  if (again != verdict.next_at.has_value()) std::abort();
  if (again && *verdict.next_at < now) std::abort();
  return 0;
}
