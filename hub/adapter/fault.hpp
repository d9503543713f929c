// Why an adapter's process ended, and how a source's adapter stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/clock.hpp"

namespace hub::adapter {

enum class Cause {
  exited,       ///< by itself; `code` is its exit status
  signalled,    ///< crashed, was killed, or used up its CPU time; `code` is the signal
  hung,         ///< silent for longer than its budget; we killed it
  nonsense,     ///< broke the protocol; we killed it
  flooded,      ///< gave more than its input can hold; we killed it
  not_started,  ///< the file is not safe, not loadable, or of another version
};

std::string_view name_of(Cause cause) noexcept;
/// Of such a name; `not_started` of any other.
Cause cause_from(std::string_view name) noexcept;

struct Fault {
  Cause cause = Cause::exited;
  int code = 0;
  std::string text;  ///< for the operator; names files and settings, never a person
};

enum class State {
  stopped,      ///< not started yet, or stopped on purpose
  ready,        ///< waiting for work
  working,      ///< in an exchange
  backing_off,  ///< it died; it is started again from `next_start` on
  quarantined,  ///< it died too often; a person releases it
  refused,      ///< its settings or its manifest are wrong; a reload tries again
};

std::string_view name_of(State state) noexcept;

/// What an adapter says of how it is.
struct HealthLine {
  bool good = false;
  std::string code;
  std::string text;  ///< for an operator
};

/// A snapshot.
struct Status {
  State state = State::stopped;
  std::uint64_t starts = 0;
  std::uint64_t deaths = 0;
  int deaths_in_a_row = 0;
  std::optional<Fault> last_fault;
  std::optional<base::UtcMillis> quarantined_since;
  base::Monotonic next_start{};    ///< when backing off
  int pid = 0;                     ///< 0: no process
  std::uint64_t memory_bytes = 0;  ///< resident; 0 where the kernel hides it
  std::uint32_t guards = 0;        ///< tsunagu::wire::Guard bits in force
  std::string publisher;           ///< who signed what was started last; empty: nobody
  std::vector<HealthLine> health;  ///< as it said it last: at its start, after each delivery
};

/// It died too often, and why the last time. Holds until a person releases it.
struct Quarantine {
  base::UtcMillis since{};
  Fault fault;
};

}  // namespace hub::adapter
