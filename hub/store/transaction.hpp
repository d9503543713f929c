// The only way to write: one transaction = state + audit row + outbox rows + inbox id (SAFETY 3).
// A job that wrote state and no audit row is refused, not committed.
#pragma once

#include <functional>
#include <vector>

#include "hub/audit/entry.hpp"
#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "hub/store/audit_trail.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {

class RecentDeliveries;

class Transaction;
/// Hears each row of the log in the transaction that wrote it, and may write beside it.
using AuditListener = std::function<void(Transaction&, const audit::Entry&)>;

/// What the transactions of one writer share.
struct WriterCore {
  Connection& connection;
  const crypto::Keys& keys;
  const base::Clock& clock;
  base::Random& random;
  AuditTrail& audit;
  RecentDeliveries& deliveries;
  AuditListener listener{};
};

class Transaction final : public Reader {
 public:
  enum class State { open, kept, rolled_back };

  /// Begins at the first write, so that a job that only looks costs nothing.
  explicit Transaction(WriterCore& core);

  /// Changes state; returns how many rows. An `audit()` must stand beside it.
  std::int64_t execute(Sql sql, std::initializer_list<Bind> values = {});
  /// Like execute, and the id of the row that was added.
  template <class Row>
  Row insert(Sql sql, std::initializer_list<Bind> values = {}) {
    execute(sql, values);
    return Row{last_row()};
  }
  /// Of the row that the last `execute` added.
  [[nodiscard]] std::int64_t last_row() const;
  /// For the machine's own bookkeeping, which concerns nobody's data: a poll's cursor, a partner's
  /// health, a lease given back. No audit row is asked for.
  std::int64_t upkeep(Sql sql, std::initializer_list<Bind> values = {});
  /// Writes who did what, in this transaction. Returns its number in the log.
  std::int64_t audit(const audit::Entry& entry);

  /// The moment of the transaction: the same for everything in it.
  [[nodiscard]] base::UtcMillis now() const noexcept { return now_; }
  template <class Id>
  [[nodiscard]] Id new_id() {
    return Id::make(now_, core_.random);
  }
  [[nodiscard]] std::string seal(std::string_view table, const base::UuidBytes& row,
                                 std::string_view plain, std::int64_t part = 0) const;
  /// What is held in memory follows the database: called if this transaction does not last.
  void on_rollback(std::function<void()> undo) { undo_.push_back(std::move(undo)); }
  [[nodiscard]] RecentDeliveries& deliveries() const noexcept { return core_.deliveries; }
  [[nodiscard]] State state() const noexcept { return state_; }

 private:
  friend class Batch;
  void begin();
  // Refuses a job that wrote without an audit row. What would have to be undone if the commit
  // fails goes to `undo`.
  base::Result<> keep(std::vector<std::function<void()>>& undo);
  void roll_back();
  void undo_memory();

  WriterCore& core_;
  base::UtcMillis now_;
  State state_ = State::open;
  audit::Head mark_;
  bool began_ = false;
  bool wrote_ = false;
  bool audited_ = false;
  std::vector<std::function<void()>> undo_;
};

}  // namespace hub::store
