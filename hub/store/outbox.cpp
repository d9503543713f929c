#include "hub/store/outbox.hpp"

#include <algorithm>
#include <array>

#include "hub/store/partners.hpp"

namespace hub::store {
namespace {

constexpr std::array<std::string_view, 5> fate_names{"open", "delivered", "given_up",
                                                     "partner_gone", "withheld"};

#define TSUNAGU_ORDER                                                                    \
  "SELECT o.id, o.uuid, p.name, o.order_key, o.referral, o.kind, o.attempts, o.due_at, " \
  "o.created_at, o.closed_at, o.fate, o.reason, o.original, o.subject "                  \
  "FROM outbox o JOIN partners p ON p.id = o.partner "

Order order_from(const Cursor& row) {
  return {.row = row.row<OutboxRow>(0),
          .id = row.id<base::MessageId>(1),
          .partner = std::string(row.text(2)),
          .order_key = row.integer(3),
          .referral = row.row<ReferralRow>(4),
          .kind = std::string(row.text(5)),
          .subject = std::string(row.text(13)),
          .attempts = row.integer(6),
          .due_at = row.time(7),
          .created_at = row.time(8),
          .closed_at = row.time_or_null(9),
          .fate = static_cast<Fate>(row.integer(10)),
          .reason = std::string(row.text(11)),
          .original = row.row<OutboxRow>(12)};
}

std::vector<Order> all_of(Cursor rows) {
  std::vector<Order> orders;
  while (rows.next())
    orders.push_back(order_from(rows));
  return orders;
}

struct Due {
  PartnerRow partner;
  std::string name;
};

std::vector<Due> partners_with_due(Transaction& transaction) {
  Cursor rows = transaction.query(
      "SELECT id, name FROM partners p WHERE paused_at IS NULL AND EXISTS "
      "(SELECT 1 FROM outbox WHERE partner = p.id AND due_at <= ? AND closed_at IS NULL)",
      {transaction.now()});
  std::vector<Due> due;
  while (rows.next())
    due.push_back({rows.row<PartnerRow>(0), std::string(rows.text(1))});
  return due;
}

// One page from the partial index; what stands behind an earlier open order of its key waits.
std::vector<Order> due_orders(Transaction& transaction, PartnerRow partner, std::size_t at_most) {
  return all_of(transaction.query(
      TSUNAGU_ORDER
      "WHERE o.partner = ?1 AND o.due_at <= ?2 AND o.closed_at IS NULL AND NOT EXISTS "
      "(SELECT 1 FROM outbox e WHERE e.partner = o.partner AND e.order_key = o.order_key "
      "AND e.id < o.id AND e.closed_at IS NULL) ORDER BY o.due_at, o.id LIMIT ?3",
      {partner, transaction.now(), at_most}));
}

std::size_t room_of(const ClaimRoom& room, const std::string& partner) {
  const auto named = room.partners.find(partner);
  return named != room.partners.end() ? named->second : room.otherwise;
}

}  // namespace

std::string_view name_of(Fate fate) noexcept {
  return fate_names[static_cast<std::size_t>(fate) % fate_names.size()];
}

OutboxRow enqueue(Transaction& transaction, const NewOrder& order) {
  const PartnerRow partner = ensure_partner(transaction, order.partner);
  return transaction.insert<OutboxRow>(
      "INSERT INTO outbox (uuid, partner, order_key, referral, kind, due_at, created_at, original, "
      "subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)",
      {transaction.new_id<base::MessageId>(), partner, order.order_key, or_null(order.referral),
       order.kind, transaction.now(), or_null(order.original), order.subject});
}

std::vector<Order> claim_due(Transaction& transaction, const ClaimRoom& room,
                             base::UtcMillis lease_until) {
  std::vector<Order> claimed;
  for (const Due& due : partners_with_due(transaction)) {
    const std::size_t left = room.in_all - std::min(room.in_all, claimed.size());
    const std::size_t here = std::min(left, room_of(room, due.name));
    if (here == 0) continue;
    for (Order& order : due_orders(transaction, due.partner, here)) {
      transaction.upkeep("UPDATE outbox SET due_at = ?, leased = 1 WHERE id = ?",
                         {lease_until, order.row});
      claimed.push_back(std::move(order));
    }
  }
  return claimed;
}

std::optional<base::UtcMillis> next_due(Reader& reader) {
  const auto at = reader.integer(
      "SELECT min((SELECT min(due_at) FROM outbox WHERE partner = p.id AND closed_at IS NULL)) "
      "FROM partners p WHERE p.paused_at IS NULL");
  return at ? std::optional(base::utc_from_millis(*at)) : std::nullopt;
}

void give_back_leases(Transaction& transaction) {
  transaction.upkeep(
      "UPDATE outbox SET due_at = ?, leased = 0 WHERE closed_at IS NULL AND leased = 1",
      {transaction.now()});
}

void add_attempt(Transaction& transaction, OutboxRow order, std::int64_t status,
                 std::string_view reason) {
  transaction.execute("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", {order});
  transaction.execute(
      "INSERT INTO outbox_attempts (outbox, attempt, at, status, reason) "
      "SELECT id, attempts, ?, ?, ? FROM outbox WHERE id = ?",
      {transaction.now(), status, reason, order});
}

void close_tried(Transaction& transaction, const Order& order, std::int64_t status, Fate fate,
                 std::string_view reason) {
  const auto changed = transaction.execute(
      "UPDATE outbox SET attempts = attempts + 1, closed_at = ?, leased = 0, fate = ?, reason = ? "
      "WHERE id = ? AND closed_at IS NULL",
      {transaction.now(), static_cast<int>(fate), reason, order.row});
  if (changed == 0) return add_attempt(transaction, order.row, status, reason);
  transaction.execute(
      "INSERT INTO outbox_attempts (outbox, attempt, at, status, reason) VALUES (?, ?, ?, ?, ?)",
      {order.row, order.attempts + 1, transaction.now(), status, reason});
}

void close_order(Transaction& transaction, OutboxRow order, Fate fate, std::string_view reason) {
  transaction.execute(
      "UPDATE outbox SET closed_at = ?, leased = 0, fate = ?, reason = ? "
      "WHERE id = ? AND closed_at IS NULL",
      {transaction.now(), static_cast<int>(fate), reason, order});
}

void retry_order(Transaction& transaction, OutboxRow order, base::UtcMillis at) {
  transaction.upkeep("UPDATE outbox SET due_at = ?, leased = 0 WHERE id = ? AND closed_at IS NULL",
                     {at, order});
}

bool hurry_order(Transaction& transaction, OutboxRow order) {
  return transaction.upkeep(
             "UPDATE outbox SET due_at = ? WHERE id = ? AND closed_at IS NULL AND leased = 0",
             {transaction.now(), order}) != 0;
}

void give_back(Transaction& transaction, OutboxRow order) {
  retry_order(transaction, order, transaction.now());
}

std::optional<OutboxRow> resend(Transaction& transaction, OutboxRow order) {
  const std::optional<Order> closed = read_order(transaction, order);
  if (!closed || !closed->closed_at) return std::nullopt;
  return enqueue(transaction, {.partner = closed->partner,
                               .order_key = closed->order_key,
                               .referral = closed->referral,
                               .kind = closed->kind,
                               .subject = closed->subject,
                               .original = closed->original ? closed->original : order});
}

std::vector<Order> orders_for(Reader& reader, std::string_view partner, OutboxRow after,
                              std::size_t at_most) {
  return all_of(reader.query(TSUNAGU_ORDER "WHERE p.name = ?1 AND o.id > ?2 AND o.subject <> '' "
                                           "ORDER BY o.id LIMIT ?3",
                             {partner, after, at_most}));
}

std::optional<Order> read_order(Reader& reader, OutboxRow row) {
  Cursor rows = reader.query(TSUNAGU_ORDER "WHERE o.id = ?", {row});
  return rows.next() ? std::optional(order_from(rows)) : std::nullopt;
}

std::vector<Order> orders_of(Reader& reader, ReferralRow referral) {
  return all_of(reader.query(TSUNAGU_ORDER "WHERE o.referral = ? ORDER BY o.id", {referral}));
}

std::vector<Attempt> attempts_of(Reader& reader, OutboxRow order) {
  Cursor rows = reader.query(
      "SELECT attempt, at, status, reason FROM outbox_attempts WHERE outbox = ? ORDER BY id",
      {order});
  std::vector<Attempt> attempts;
  while (rows.next())
    attempts.push_back({rows.integer(0), rows.time(1), rows.integer(2), std::string(rows.text(3))});
  return attempts;
}

std::int64_t count_open_orders(Reader& reader) {
  return reader.integer("SELECT count(*) FROM outbox WHERE closed_at IS NULL").value_or(0);
}

}  // namespace hub::store
