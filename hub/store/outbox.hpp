// Orders to send. Claimed by lease, never deleted, only closed; order per case; every try is kept
// (SAFETY 6). The payload is rendered in the transaction of the claim, so that a consent withdrawn
// a moment before stops it: an order holds what to render, not what was rendered.
#pragma once

#include <map>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// How an order ended; stored as a number.
enum class Fate : std::uint8_t {
  open = 0,
  delivered = 1,
  given_up = 2,
  partner_gone = 3,
  withheld = 4
};

std::string_view name_of(Fate fate) noexcept;

struct NewOrder {
  std::string partner{};
  std::int64_t order_key = 0;  ///< the case's row: of one key one goes at a time, in order
  ReferralRow referral{};
  std::string kind{};     ///< what to render: `referral.notice`, …
  std::string subject{};  ///< of an event: what it is about, `plan/<id>`
  OutboxRow original{};   ///< the order that this one sends again
};

struct Order {
  OutboxRow row;
  base::MessageId id;  ///< webhook-id: the same on every try
  std::string partner;
  std::int64_t order_key = 0;
  ReferralRow referral;
  std::string kind;
  std::string subject;
  std::int64_t attempts = 0;
  base::UtcMillis due_at{};
  base::UtcMillis created_at{};
  std::optional<base::UtcMillis> closed_at;
  Fate fate = Fate::open;
  std::string reason;
  OutboxRow original;
};

struct Attempt {
  std::int64_t attempt = 0;
  base::UtcMillis at{};
  std::int64_t status = 0;  ///< HTTP; 0 without an answer
  std::string reason;       ///< a code
};

OutboxRow enqueue(Transaction& transaction, const NewOrder& order);

/// How many may be claimed: in all, and of each partner (`otherwise` where it is not named).
struct ClaimRoom {
  std::size_t in_all = 0;
  std::size_t otherwise = 0;
  std::map<std::string, std::size_t, std::less<>> partners{};
};

/// Leases what is due, the longest due first: of each (partner, order key) only the earliest open
/// order; none of a paused partner. A lease that ran out is due again. Writes no audit row: the
/// caller decides by the gate and does.
std::vector<Order> claim_due(Transaction& transaction, const ClaimRoom& room,
                             base::UtcMillis lease_until);
/// When the next order becomes due.
std::optional<base::UtcMillis> next_due(Reader& reader);
/// After a restart: every lease is given back.
void give_back_leases(Transaction& transaction);

/// Keeps one try.
void add_attempt(Transaction& transaction, OutboxRow order, std::int64_t status,
                 std::string_view reason);
/// Keeps the last try and closes; `order` as it stands.
void close_tried(Transaction& transaction, const Order& order, std::int64_t status, Fate fate,
                 std::string_view reason);
void close_order(Transaction& transaction, OutboxRow order, Fate fate, std::string_view reason);
void retry_order(Transaction& transaction, OutboxRow order, base::UtcMillis at);
/// What waits for its time becomes due now; false for one that is closed or under way.
bool hurry_order(Transaction& transaction, OutboxRow order);
/// Not sent: due again at once, no try counted.
void give_back(Transaction& transaction, OutboxRow order);
/// Sends a closed order again, under a new id, linked to the original; nothing where it is open.
std::optional<OutboxRow> resend(Transaction& transaction, OutboxRow order);

std::optional<Order> read_order(Reader& reader, OutboxRow row);
std::vector<Order> orders_of(Reader& reader, ReferralRow referral);
/// Events of what a partner follows, whatever became of them, in their order from behind `after`.
std::vector<Order> orders_for(Reader& reader, std::string_view partner, OutboxRow after,
                              std::size_t at_most);
std::vector<Attempt> attempts_of(Reader& reader, OutboxRow order);
std::int64_t count_open_orders(Reader& reader);

}  // namespace hub::store
