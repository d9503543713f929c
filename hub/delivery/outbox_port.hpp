// What the dispatcher needs of the store. A delivery is claimed by a lease, never deleted, only
// closed; every try is kept under its order.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/result.hpp"

namespace hub::delivery {

/// One delivery whose turn it is, leased. The body was rendered in the transaction of the claim, by
/// the gate's decision of that moment.
struct Claim {
  std::int64_t id = 0;       ///< the outbox row
  std::string partner;       ///< id of the receiver
  std::string order_key;     ///< the case: no two of one key are under way at once
  int attempt = 1;           ///< 1 for the first
  std::string message_id;    ///< webhook-id: the same on every try
  std::string url;           ///< absolute
  std::string content_type;  ///< of the body
  std::string body;          ///< raw bytes; signed when sent
};

enum class Fate {
  delivered,     ///< 2xx
  retry,         ///< again at `next_at`
  given_up,      ///< the schedule has ended, or the answer can't change
  partner_gone,  ///< 410: closed, and the partner is paused until somebody resumes it
  not_sent,      ///< the lease goes back untouched; no try is counted
};

struct Outcome {
  std::int64_t id = 0;
  Fate fate = Fate::retry;
  int status = 0;                          ///< of the answer; 0 without one
  std::string reason;                      ///< a code, never contents
  std::optional<base::UtcMillis> next_at;  ///< for retry
};

/// How many more each partner can take now. A partner not listed has room for `otherwise`.
struct Room {
  std::size_t in_all = 0;
  std::size_t otherwise = 0;
  std::map<std::string, std::size_t, std::less<>> partners;
};

/// What a turn came to: the claims, or why nothing of it lasts. Once, on any thread; must not wait.
using OnTurn = std::function<void(base::Result<std::vector<Claim>>)>;

class OutboxPort {
 public:
  virtual ~OutboxPort() = default;
  /// One transaction: records the outcomes, then leases what is due. Of each (partner, order key)
  /// only the earliest open row may be claimed, and none while that one is leased or waits for a
  /// retry; rows of a paused partner are not claimed. Leases that a dead process left behind are
  /// due again (a lease outlasts limits::transfer_timeout_ms several times). As many as the room
  /// allows. Begun on the dispatcher's thread, one at a time; durable when `done` is called.
  virtual void turn(std::vector<Outcome> outcomes, Room room, OnTurn done) = 0;
  /// When the next row becomes due, if one waits. Asked when a turn gave nothing.
  virtual std::optional<base::UtcMillis> next_due(base::UtcMillis now) = 0;
};

}  // namespace hub::delivery
