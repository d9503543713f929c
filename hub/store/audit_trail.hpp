// The writing end of the audit chain. Only inside hub/store; the writer's thread.
#pragma once

#include "hub/audit/chain.hpp"
#include "hub/audit/entry.hpp"
#include "hub/base/random.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/store/connection.hpp"

namespace hub::store {

class AuditTrail {
 public:
  /// Reads where the chain stands. Borrows all.
  AuditTrail(Connection& connection, const crypto::Keys& keys, base::Random& random);

  /// Writes the row, its contents beside it, and whom it is about.
  std::int64_t append(const audit::Entry& entry, base::UtcMillis at);
  /// Before a commit: stores the head.
  void close_batch();

  /// Where the trail stands, to go back to.
  [[nodiscard]] const audit::Head& head() const noexcept { return chain_.head(); }
  void go_back_to(const audit::Head& head);

 private:
  Connection& connection_;
  const crypto::Keys& keys_;
  base::Random& random_;
  audit::Chain chain_;
  std::int64_t stored_seq_ = 0;  // of the head as it stands in the table
};

}  // namespace hub::store
