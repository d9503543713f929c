#include "hub/store/batch.hpp"

namespace hub::store {

Batch::Batch(WriterCore& core) : core_(core), mark_(core.audit.head()) {
  if (const auto trouble = trouble_in([&] { core_.connection.execute("BEGIN IMMEDIATE"); }))
    lose(*trouble);
}

base::Result<> Batch::run(const std::function<base::Result<>(Transaction&)>& job) {
  if (trouble_) return trouble_->failure;
  Transaction transaction(core_);
  base::Result<> answer;
  std::optional<Trouble> trouble = trouble_in([&] {
    answer = job(transaction);
    if (answer) answer = transaction.keep(undo_);
  });
  if (trouble) answer = trouble->failure;
  if (transaction.state() == Transaction::State::open) {
    const auto worse = trouble_in([&] { transaction.roll_back(); });
    if (worse) lose(*worse);
  }
  if (trouble && trouble->scope != Trouble::Scope::job) lose(*trouble);
  if (!trouble_ && !core_.connection.in_transaction())
    lose({answer ? base::fail(base::Kind::internal, "the transaction ended early") : answer.error(),
          Trouble::Scope::batch});
  return answer;
}

base::Result<> Batch::run_alone(const std::function<base::Result<>(Transaction&)>& job) {
  if (trouble_) return trouble_->failure;
  Transaction transaction(core_);
  transaction.mark_ = mark_;
  transaction.began_ = true;  // with the batch
  base::Result<> answer;
  const auto trouble = trouble_in([&] { answer = job(transaction); });
  if (trouble) answer = trouble->failure;
  if (answer) answer = check_audited(transaction);
  if (answer) {
    transaction.state_ = Transaction::State::kept;
    undo_.swap(transaction.undo_);
  } else {
    transaction.state_ = Transaction::State::rolled_back;
    transaction.undo_memory();
    lose(trouble ? *trouble : Trouble{answer.error(), Trouble::Scope::batch});
  }
  return answer;
}

base::Result<> Batch::check_audited(const Transaction& transaction) {
  if (!transaction.wrote_ || transaction.audited_) return {};
  return base::fail(base::Kind::internal, "a job wrote without an audit row; it was undone");
}

std::optional<Trouble> Batch::finish() {
  if (!trouble_) {
    const auto trouble = trouble_in([&] {
      core_.audit.close_batch();
      core_.connection.execute("COMMIT");
    });
    if (trouble) lose(*trouble);
  }
  if (trouble_) undo();
  return trouble_;
}

// The first trouble stands; one that touches the transaction touches all jobs in it.
void Batch::lose(const Trouble& trouble) {
  if (!trouble_) trouble_ = trouble;
  if (trouble_->scope == Trouble::Scope::job) trouble_->scope = Trouble::Scope::batch;
  if (trouble.scope == Trouble::Scope::process) trouble_ = trouble;
}

void Batch::undo() {
  if (core_.connection.in_transaction()) {
    const auto trouble = trouble_in([&] { core_.connection.execute("ROLLBACK"); });
    if (trouble) lose(*trouble);
  }
  for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo)
    (*undo)();
  core_.audit.go_back_to(mark_);
}

}  // namespace hub::store
