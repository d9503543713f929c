// The writing end of the audit chain. Only inside hub/store; the writer's thread.
#pragma once

#include "hub/audit/chain.hpp"
#include "hub/audit/entry.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/store/connection.hpp"

namespace hub::store {

class AuditTrail {
 public:
  /// Where the trail stood at some moment, to go back to.
  struct Mark {
    audit::Head head;
    std::int64_t signed_seq = 0;
  };

  /// Reads where the chain stands. Borrows both.
  AuditTrail(Connection& connection, const crypto::Keys& keys);

  std::int64_t append(const audit::Entry& entry, base::UtcMillis at);
  /// Before a commit: stores the head, and signs a checkpoint when enough rows are unsigned.
  void close_batch(base::UtcMillis at);
  /// Signs what is not signed yet; false where there is nothing.
  bool sign_rest(base::UtcMillis at);

  [[nodiscard]] Mark mark() const { return {chain_.head(), signed_seq_}; }
  void go_back_to(const Mark& mark);
  [[nodiscard]] bool has_unsigned() const { return chain_.head().seq > signed_seq_; }

 private:
  void put_head();
  void put_checkpoint(base::UtcMillis at);

  Connection& connection_;
  const crypto::Keys& keys_;
  audit::Chain chain_;
  std::int64_t stored_seq_ = 0;  // of the head as it stands in the table
  std::int64_t signed_seq_ = 0;
};

}  // namespace hub::store
