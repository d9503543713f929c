// Every limit of the hub, in one place; `tsunagu limits` prints this table. Each is tested at
// limit-1, limit and limit+1. Sizes in bytes, times in milliseconds unless the name says otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hub::base::limits {

inline constexpr std::size_t kibibyte = 1'024;
inline constexpr std::size_t mebibyte = 1'024 * kibibyte;

// Edges (RFC 9112; SAFETY: read headers, decide, then the body)
inline constexpr std::size_t header_bytes = 8 * kibibyte;
inline constexpr std::size_t header_fields = 64;
inline constexpr std::int64_t header_timeout_ms = 5'000;
inline constexpr std::size_t webhook_body_bytes = 256 * kibibyte;
inline constexpr std::size_t other_body_bytes = mebibyte;
inline constexpr std::int64_t body_timeout_ms = 10'000;
inline constexpr std::size_t connections = 1'024;
inline constexpr std::size_t connections_per_peer = 320;
inline constexpr std::size_t reserved_connections = 64;
inline constexpr std::size_t request_queue = 1'024;
inline constexpr std::int64_t keep_alive_idle_ms = 60'000;
inline constexpr std::int64_t drain_ms = 25'000;
inline constexpr std::int64_t accept_pause_ms = 100;
inline constexpr std::size_t admin_clients = 16;
inline constexpr std::int64_t admin_timeout_ms = 10'000;
inline constexpr std::size_t json_depth = 32;
inline constexpr std::int64_t json_integer = (std::int64_t{1} << 53);  // exclusive beyond +-2^53

// Webhooks (Standard Webhooks 1.0)
inline constexpr std::int64_t webhook_window_s = 300;
inline constexpr std::size_t webhook_key_bytes_least = 24;
inline constexpr std::size_t webhook_keys_per_partner = 2;
inline constexpr std::size_t webhook_id_bytes = 128;

// Outgoing
inline constexpr std::int64_t connect_timeout_ms = 5'000;
inline constexpr std::int64_t transfer_timeout_ms = 20'000;
inline constexpr std::size_t answer_bytes = 64 * kibibyte;
inline constexpr std::size_t in_flight_per_partner = 16;
inline constexpr std::size_t in_flight_in_all = 64;
inline constexpr std::int64_t outbox_look_ms = 5'000;

// Intake and adapters
inline constexpr std::size_t arrival_bytes = 1'024 * mebibyte;
inline constexpr std::size_t frame_bytes = mebibyte;
inline constexpr std::size_t record_bytes = 256 * kibibyte;
inline constexpr std::size_t cell_bytes = mebibyte;
inline constexpr std::size_t rejects_kept = 10'000;
inline constexpr std::int64_t adapter_start_ms = 10'000;
inline constexpr std::int64_t adapter_idle_ms = 30'000;
inline constexpr std::int64_t adapter_exchange_ms = 3'600'000;
inline constexpr std::size_t adapter_output_least = 4 * mebibyte;
inline constexpr std::size_t adapter_output_ratio = 256;
inline constexpr std::size_t push_bytes = 16 * mebibyte;
inline constexpr std::size_t push_files = 16;
inline constexpr std::size_t adapter_memory_bytes = 512 * mebibyte;
inline constexpr std::int64_t adapter_cpu_s = 600;
inline constexpr int adapter_deaths_to_quarantine = 3;
inline constexpr std::int64_t adapter_first_pause_ms = 1'000;
inline constexpr std::int64_t adapter_longest_pause_ms = 300'000;
inline constexpr std::int64_t quiet_ms = 2'000;
inline constexpr std::int64_t poll_first_pause_ms = 60'000;
inline constexpr std::int64_t poll_longest_pause_ms = 86'400'000;
inline constexpr std::int64_t poll_transfer_ms = 600'000;
inline constexpr std::size_t apply_chunk_records = 5'000;
inline constexpr std::int64_t apply_chunk_ms = 3;
inline constexpr std::int64_t apply_quiet_chunk_ms = 150;
inline constexpr std::int64_t apply_quiet_after_ms = 200;

// Configuration
inline constexpr std::size_t config_file_bytes = mebibyte;
inline constexpr std::size_t config_problems = 500;

// The gate (GATE: a protection register older than three days makes `address_hidden` unknown)
inline constexpr std::int64_t register_age_ms = 3 * std::int64_t{86'400'000};
inline constexpr std::size_t gate_line_bytes = 16 * kibibyte;
inline constexpr std::size_t normalize_line_bytes = 64 * kibibyte;

// Store
inline constexpr std::size_t writer_queue = 4'096;
inline constexpr std::size_t readers = 4;
inline constexpr std::int64_t reader_wait_ms = 2'000;

struct Named {
  std::string_view name;
  std::int64_t value;
  std::string_view unit;
  std::string_view why;
};

/// The table behind `tsunagu limits`.
std::span<const Named> all() noexcept;

}  // namespace hub::base::limits
