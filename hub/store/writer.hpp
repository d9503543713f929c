// The one thread that writes and checkpoints (SAFETY 1). Jobs that wait share one commit (group
// commit without a timer), each in its own savepoint; each is answered after COMMIT returned.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

#include "hub/store/pace.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

class Batch;
struct Trouble;

class Writer {
 public:
  /// A failed job is rolled back alone. It runs on the writer's thread, once.
  using Job = std::function<base::Result<>(Transaction&)>;
  /// After COMMIT, or with why not. On the writer's thread: hand over, don't work.
  using Done = std::function<void(const base::Result<>&)>;
  /// A piece of bulk work; true: there is more. It is committed with the requests that came
  /// meanwhile, which need not wait for two commits.
  using BulkStep = std::function<base::Result<bool>(Transaction&, const Pace&)>;
  /// An I/O error: nothing is written any more; the process must end and be started anew.
  using Fatal = std::function<void(const base::Failure&)>;

  /// Borrows the core, whose connection is from now on this thread's alone.
  Writer(WriterCore& core, Fatal fatal);
  /// stop().
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Queues a request. `busy` where limits::writer_queue wait already; `done` is then not called.
  [[nodiscard]] base::Result<> submit(Job job, Done done);

  /// Queues a request and waits for its answer. `work` is `Result<T>(Transaction&)`.
  template <class Work>
  std::invoke_result_t<Work&, Transaction&> run(Work&& work) {
    std::optional<std::invoke_result_t<Work&, Transaction&>> value;
    const base::Result<> committed = run_job([&](Transaction& transaction) -> base::Result<> {
      value.emplace(work(transaction));
      if (value->has_error()) return value->error();
      return {};
    });
    if (!committed) return committed.error();
    return std::move(*value);
  }

  /// From now on; waits for its turn. What the listener borrows outlives the writer.
  base::Result<> listen(AuditListener listener);

  /// Runs bulk work to its end in pieces between requests, and waits. A failed piece ends it; the
  /// stop ends it between two pieces, with `unavailable`.
  base::Result<> run_bulk(BulkStep step);

  /// Puts the log into the database and empties it, so that destroyed bytes leave the disk too.
  /// Waits for readers for at most a second.
  base::Result<> forget_log();

  /// Finishes the requests that were queued and the piece of bulk work in hand, checkpoints, joins.
  /// What comes later is answered `unavailable`.
  void stop();

 private:
  struct Request {
    Job job;
    Done done;
  };
  struct Bulk;
  /// What a quiet moment has left to do: the log is to be put away, then memory given back.
  enum class Rest : std::uint8_t { untidy, warm, cold };
  struct Work {
    std::vector<Request> requests;
    Bulk* bulk = nullptr;
    bool stop = false;
  };

  base::Result<> run_job(const Job& job);
  void loop();
  Work take();
  [[nodiscard]] bool request_waits() const noexcept;
  /// Whether no request has come for limits::apply_quiet_after_ms.
  [[nodiscard]] bool is_quiet() const;
  [[nodiscard]] bool bulk_has_waited() const;
  std::vector<Request> take_requests();
  void run_requests(const std::vector<Request>& requests);
  std::vector<Request> take_guests();
  static std::vector<base::Result<>> run_all(Batch& batch, const std::vector<Request>& requests);
  std::optional<Trouble> finish(Batch& batch);
  void answer_all(const std::vector<Request>& requests, const std::vector<base::Result<>>& answers,
                  const std::optional<Trouble>& trouble);
  void run_bulk_turn(Bulk& bulk);
  void run_piece(Bulk& bulk);
  void end(Bulk& bulk, const base::Result<>& result);
  void end_all_bulk(const base::Failure& why);
  void break_down(const base::Failure& failure);
  void rest();
  void tidy();
  void cool();
  void move_deliveries();
  bool keep_house(const std::function<void()>& work);
  [[nodiscard]] bool log_is_long() const;
  void put_log_away();
  base::Result<> empty_log();

  WriterCore& core_;
  Fatal fatal_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable bulk_ended_;
  std::deque<Request> requests_;
  std::deque<Bulk*> bulk_;
  base::Monotonic last_piece_;
  base::Monotonic last_request_{};
  std::atomic<bool> waits_{false};
  bool stopping_ = false;
  Rest rest_ = Rest::cold;  // the writer's thread only, as what follows
  bool just_answered_ = false;
  Tempo tempo_;
  std::optional<base::Failure> broken_;
  std::thread thread_;
};

}  // namespace hub::store
