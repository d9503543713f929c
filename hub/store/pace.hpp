// How much of a bulk job fits between two requests.
#pragma once

#include <atomic>

#include "hub/base/clock.hpp"

namespace hub::store {

inline constexpr int fewest_rows = 16;  // of a piece, whoever waits

/// What pieces and requests took lately. The writer's thread.
class Tempo {
 public:
  /// For the next piece where requests come: as many as were done lately in
  /// limits::apply_chunk_ms, with what follows the rows and the commit; or, on a slow disk, in the
  /// time of two commits of requests.
  [[nodiscard]] int rows() const noexcept { return rows_; }
  void requests_took(base::Monotonic::duration time);
  void piece_took(base::Monotonic::duration time);

 private:
  int rows_ = fewest_rows;
  base::Monotonic::duration commit_{};
};

/// Told to a bulk job for each piece: when to stop, so that nobody waits for it.
class Pace {
 public:
  /// A piece of limits::apply_quiet_chunk_ms, since each commit writes every page that its piece
  /// touched. Borrows both.
  static Pace in_quiet(const base::Clock& clock, const std::atomic<bool>& request_waits);
  /// A piece of so many rows.
  static Pace between_requests(const base::Clock& clock, const std::atomic<bool>& request_waits,
                               int rows);
  /// When the piece's time is over, or when a request waits (but not in the first few rows, or a
  /// steady stream of requests would stop all bulk work). Ask before each row.
  [[nodiscard]] bool over() const;

 private:
  Pace(const base::Clock& clock, const std::atomic<bool>& request_waits, int rows, bool quiet)
      : clock_(clock),
        request_waits_(request_waits),
        began_(clock.steady()),
        rows_(rows),
        quiet_(quiet) {}

  const base::Clock& clock_;
  const std::atomic<bool>& request_waits_;
  base::Monotonic began_;
  int rows_;
  bool quiet_;
  mutable int asked_ = 0;
};

}  // namespace hub::store
