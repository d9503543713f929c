#include "hub/profile/adapter_limits.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "hub/base/limits.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {
namespace {

namespace limits = base::limits;

constexpr std::int64_t hour_ms = 3'600'000;

/// What an adapter may cost can only be lowered; pauses and deaths may also be more.
constexpr std::array<AdapterLimit, 8> table{
    {{"memory_bytes", &AdapterLimits::memory_bytes, 64 * limits::mebibyte,
      limits::adapter_memory_bytes, limits::adapter_memory_bytes},
     {"cpu_s", &AdapterLimits::cpu_s, 1, limits::adapter_cpu_s, limits::adapter_cpu_s},
     {"start_ms", &AdapterLimits::start_ms, 100, limits::adapter_start_ms,
      limits::adapter_start_ms},
     {"idle_ms", &AdapterLimits::idle_ms, 100, limits::adapter_idle_ms, limits::adapter_idle_ms},
     {"exchange_ms", &AdapterLimits::exchange_ms, 1'000, limits::adapter_exchange_ms,
      limits::adapter_exchange_ms},
     {"deaths_to_quarantine", &AdapterLimits::deaths_to_quarantine, 1,
      limits::adapter_deaths_to_quarantine, 10},
     {"first_pause_ms", &AdapterLimits::first_pause_ms, 10, limits::adapter_first_pause_ms,
      hour_ms},
     {"longest_pause_ms", &AdapterLimits::longest_pause_ms, 10, limits::adapter_longest_pause_ms,
      24 * hour_ms}}};

void check(const Node& node, const AdapterLimit& limit, std::int64_t value, Problems& problems) {
  const Node* written = find(node, limit.key);
  if (written == nullptr || (value >= limit.least && value <= limit.most)) return;
  const std::string least = std::to_string(limit.least);
  const std::string most = std::to_string(limit.most);
  problems.add(
      written->at, "adapter_limit",
      {least + "から" + most + "までの数にしてください。", "write " + least + " to " + most},
      value < limit.least ? least : most);
}

}  // namespace

std::span<const AdapterLimit> adapter_limit_table() {
  return table;
}

AdapterLimits limits_in_force(const AdapterLimits& of_source, const AdapterLimits& of_hub) {
  AdapterLimits out;
  for (const AdapterLimit& limit : table) {
    const auto said = of_source.*limit.value != 0 ? of_source.*limit.value : of_hub.*limit.value;
    out.*limit.value = said != 0 ? said : limit.otherwise;
  }
  return out;
}

void read(const Node& node, Problems& problems, AdapterLimits& out) {
  read_map(
      node, problems,
      {may("memory_bytes", out.memory_bytes), may("cpu_s", out.cpu_s),
       may("start_ms", out.start_ms), may("idle_ms", out.idle_ms),
       may("exchange_ms", out.exchange_ms), may("deaths_to_quarantine", out.deaths_to_quarantine),
       may("first_pause_ms", out.first_pause_ms), may("longest_pause_ms", out.longest_pause_ms)});
  for (const AdapterLimit& limit : table)
    check(node, limit, out.*limit.value, problems);
}

}  // namespace hub::profile
