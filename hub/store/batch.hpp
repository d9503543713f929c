// The jobs that share one commit. Only inside hub/store; the writer's thread.
#pragma once

#include "hub/store/connection.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

class Batch {
 public:
  /// Begins. Borrows the core.
  explicit Batch(WriterCore& core);
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  /// Runs one job in its own savepoint: where it fails, it alone is undone. Its answer counts only
  /// after `finish()` gave no trouble.
  base::Result<> run(const std::function<base::Result<>(Transaction&)>& job);
  /// The only job of its batch, and without a savepoint, which keeps a copy in memory of every page
  /// that the job changes: a piece of bulk work changes thousands. Where it fails, all is undone.
  base::Result<> run_alone(const std::function<base::Result<>(Transaction&)>& job);
  /// What wrote without an audit row is refused.
  static base::Result<> check_audited(const Transaction& transaction);
  /// Commits, or undoes everything and says why.
  std::optional<Trouble> finish();

 private:
  void lose(const Trouble& trouble);
  void undo();

  WriterCore& core_;
  audit::Head mark_;
  std::vector<std::function<void()>> undo_;
  std::optional<Trouble> trouble_;
};

}  // namespace hub::store
