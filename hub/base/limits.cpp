#include "hub/base/limits.hpp"

namespace hub::base::limits {
namespace {

template <class T>
constexpr Named row(std::string_view name, T value, std::string_view unit, std::string_view why) {
  return {name, static_cast<std::int64_t>(value), unit, why};
}

constexpr Named table[] = {
    row("header_bytes", header_bytes, "bytes", "request line and header fields together"),
    row("header_fields", header_fields, "fields", "header fields of one request"),
    row("header_timeout_ms", header_timeout_ms, "ms", "to receive the whole header"),
    row("webhook_body_bytes", webhook_body_bytes, "bytes", "body of an incoming webhook"),
    row("other_body_bytes", other_body_bytes, "bytes", "any other request body"),
    row("body_timeout_ms", body_timeout_ms, "ms", "to receive the whole body"),
    row("connections", connections, "connections", "accepted at once"),
    row("connections_per_peer", connections_per_peer, "connections", "from one address"),
    row("reserved_connections", reserved_connections, "connections", "kept for known partners"),
    row("request_queue", request_queue, "requests",
        "waiting for a worker; then 503; half of one partner's webhooks; then 429"),
    row("keep_alive_idle_ms", keep_alive_idle_ms, "ms", "a connection without a request"),
    row("drain_ms", drain_ms, "ms", "to answer what was accepted, when stopping"),
    row("accept_pause_ms", accept_pause_ms, "ms", "before accepting again without descriptors"),
    row("admin_clients", admin_clients, "connections", "on the administration socket at once"),
    row("admin_timeout_ms", admin_timeout_ms, "ms", "to send one administration request"),
    row("json_depth", json_depth, "levels", "nesting of JSON from outside"),
    row("json_integer", json_integer, "", "greatest magnitude of an integer in JSON (2^53)"),
    row("webhook_window_s", webhook_window_s, "s", "age of a webhook's timestamp"),
    row("webhook_key_bytes_least", webhook_key_bytes_least, "bytes", "shortest signing key"),
    row("webhook_keys_per_partner", webhook_keys_per_partner, "keys", "live at once, for rotation"),
    row("webhook_id_bytes", webhook_id_bytes, "bytes", "length of webhook-id"),
    row("connect_timeout_ms", connect_timeout_ms, "ms", "to connect to a partner"),
    row("transfer_timeout_ms", transfer_timeout_ms, "ms", "one delivery in all"),
    row("answer_bytes", answer_bytes, "bytes", "answer of a partner"),
    row("in_flight_per_partner", in_flight_per_partner, "deliveries", "at once to one partner"),
    row("in_flight_in_all", in_flight_in_all, "deliveries", "at once to all partners"),
    row("outbox_look_ms", outbox_look_ms, "ms", "between two looks at the outbox"),
    row("arrival_bytes", arrival_bytes, "bytes", "one delivered file"),
    row("frame_bytes", frame_bytes, "bytes", "one frame between hub and adapter process"),
    row("record_bytes", record_bytes, "bytes", "one record from an adapter"),
    row("cell_bytes", cell_bytes, "bytes", "one cell of a table"),
    row("rejects_kept", rejects_kept, "rows", "rejects kept of one file; the rest are counted"),
    row("adapter_start_ms", adapter_start_ms, "ms", "for an adapter process to be ready"),
    row("adapter_idle_ms", adapter_idle_ms, "ms", "an adapter process may be silent at work"),
    row("adapter_exchange_ms", adapter_exchange_ms, "ms", "an adapter may work on one delivery"),
    row("adapter_output_least", adapter_output_least, "bytes", "an adapter may give for any input"),
    row("adapter_output_ratio", adapter_output_ratio, "", "bytes more for each byte of its input"),
    row("push_bytes", push_bytes, "bytes", "all files that an adapter writes for one message"),
    row("push_files", push_files, "files", "that an adapter writes for one message"),
    row("adapter_memory_bytes", adapter_memory_bytes, "bytes",
        "address space of an adapter process"),
    row("adapter_cpu_s", adapter_cpu_s, "s", "CPU time of one adapter process"),
    row("adapter_deaths_to_quarantine", adapter_deaths_to_quarantine, "deaths", "in a row"),
    row("adapter_first_pause_ms", adapter_first_pause_ms, "ms", "before the first restart"),
    row("adapter_longest_pause_ms", adapter_longest_pause_ms, "ms", "before any restart"),
    row("quiet_ms", quiet_ms, "ms", "a dropped file must not grow before it is taken"),
    row("poll_first_pause_ms", poll_first_pause_ms, "ms", "before a failed poll is tried again"),
    row("poll_longest_pause_ms", poll_longest_pause_ms, "ms",
        "that a polled server may ask for (Retry-After)"),
    row("poll_transfer_ms", poll_transfer_ms, "ms", "one answer to a poll may take"),
    row("apply_chunk_records", apply_chunk_records, "records",
        "applied in one transaction at most"),
    row("apply_chunk_ms", apply_chunk_ms, "ms",
        "a bulk transaction may hold the writer between requests"),
    row("apply_quiet_chunk_ms", apply_quiet_chunk_ms, "ms", "and while there are none"),
    row("apply_quiet_after_ms", apply_quiet_after_ms, "ms", "without a request are quiet"),
    row("config_file_bytes", config_file_bytes, "bytes", "one configuration file"),
    row("config_problems", config_problems, "problems",
        "listed by one check; the rest are counted"),
    row("register_age_ms", register_age_ms, "ms", "age of a protection register that still counts"),
    row("gate_line_bytes", gate_line_bytes, "bytes", "one line of facts for `gate decide`"),
    row("normalize_line_bytes", normalize_line_bytes, "bytes", "one line of `normalize -`"),
    row("writer_queue", writer_queue, "jobs", "waiting for the writer; then 503"),
    row("readers", readers, "connections", "read-only connections"),
    row("reader_wait_ms", reader_wait_ms, "ms",
        "until a read without a free connection is refused"),
};

}  // namespace

std::span<const Named> all() noexcept {
  return table;
}

}  // namespace hub::base::limits
