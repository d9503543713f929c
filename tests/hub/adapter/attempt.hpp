// What the misbehaving adapter tries, and what it says of it.
#pragma once

#include <string>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter::bench {

inline constexpr const char* worked = R"({"result":"worked"})";
inline constexpr const char* refused = R"({"result":"refused"})";

/// What it tried ended it.
inline constexpr const char* ended =
    "the adapter's process ended by signal 31 (it called what no adapter may call; the kernel's "
    "log "
    "names it)";

/// The last record of an empty delivery.
inline std::string last_record(Launch launch, const std::string& path) {
  launch.settings.emplace_back("path", path);
  Source source(launch);
  const auto summary = source.decode("");
  if (!summary) return summary.error().text();
  return source.collected.records.empty() ? "said nothing" : source.collected.records.back();
}

inline std::string attempt(const std::string& fault, bool guarded, const std::string& path = "") {
  Launch with = launch(fault);
  with.guarded = guarded;
  return last_record(with, path);
}

}  // namespace hub::adapter::bench
