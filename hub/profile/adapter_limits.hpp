// What the adapter of a source may cost, and when it is given up: `adapter_limits` of hub.yaml for
// all sources, and of sources.yaml for one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "hub/profile/problem.hpp"

namespace hub::profile {

struct Node;

/// 0: not said. A delivery or a message is one exchange.
struct AdapterLimits {
  std::int64_t memory_bytes = 0;  ///< address space of its process
  std::int64_t cpu_s = 0;         ///< CPU time of one exchange
  std::int64_t start_ms = 0;      ///< until it is ready
  std::int64_t idle_ms = 0;       ///< silent at work
  std::int64_t exchange_ms = 0;   ///< one exchange in all
  std::int64_t deaths_to_quarantine = 0;
  std::int64_t first_pause_ms = 0;  ///< after a death; doubles with each further one
  std::int64_t longest_pause_ms = 0;
};

struct AdapterLimit {
  std::string_view key;
  std::int64_t AdapterLimits::*value;
  std::int64_t least;
  std::int64_t otherwise;  ///< the default
  std::int64_t most;
};

std::span<const AdapterLimit> adapter_limit_table();

/// Each limit as it holds: the source's word, else the hub's, else the default.
AdapterLimits limits_in_force(const AdapterLimits& of_source, const AdapterLimits& of_hub);

void read(const Node& node, Problems& problems, AdapterLimits& out);

}  // namespace hub::profile
