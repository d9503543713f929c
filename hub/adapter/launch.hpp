// How the process of one source is started, and what it may cost.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "hub/base/limits.hpp"
#include "sdk/wire/manifest.hpp"

namespace hub::adapter {

using std::chrono::milliseconds;

struct Budget {
  milliseconds start{base::limits::adapter_start_ms};
  milliseconds idle{base::limits::adapter_idle_ms};          ///< silent while it is its turn
  milliseconds exchange{base::limits::adapter_exchange_ms};  ///< one delivery or message in all
  std::int64_t cpu_seconds = base::limits::adapter_cpu_s;    ///< one delivery or message
  std::uint64_t memory_bytes = base::limits::adapter_memory_bytes;
  std::size_t output_least = base::limits::adapter_output_least;  ///< more only in a test's control
  int deaths_to_quarantine = base::limits::adapter_deaths_to_quarantine;
  milliseconds first_pause{base::limits::adapter_first_pause_ms};
  milliseconds longest_pause{base::limits::adapter_longest_pause_ms};
};

/// Whose adapters the operator lets run: see signed_module.hpp.
struct Trust {
  std::vector<std::string> publishers;  ///< their keys in base64
  bool any_publisher = false;           ///< who tries a file by hand vouches for it himself
  bool signed_only = false;             ///< hub.yaml or sources.yaml demands a signature
  bool was_signed = false;              ///< what read the source last was signed
  std::string awaited;                  ///< SHA-256 in hexadecimal: nothing but this one
};

struct Launch {
  std::string source;             ///< id of the configured source, for logs
  std::filesystem::path program;  ///< tsunagu-adapter-host
  std::filesystem::path adapter;  ///< a module (.so), or a program that speaks the wire
  std::filesystem::path keeper;   ///< socket of who starts it under another user; empty: we do
  std::filesystem::path data_dir;
  std::string adapter_id;             ///< what its manifest must say; empty: not checked
  tsunagu::wire::Settings settings;   ///< flat: a list repeats its key, a map is `key.name`
  std::vector<std::string> may_push;  ///< message kinds that the operator granted
  Budget budget;
  Trust trust;
  bool guarded = true;  ///< false only in a test's control
};

}  // namespace hub::adapter
