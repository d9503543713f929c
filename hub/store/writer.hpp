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

#include "hub/store/transaction.hpp"

namespace hub::store {

class Writer;

/// Told to a bulk job: when to stop, so that nobody waits for it.
class Pace {
 public:
  /// A piece of apply_quiet_chunk_ms where no request has come for a while: each commit writes
  /// every page that its piece touched. Where requests come, as many rows as were done lately in
  /// limits::apply_chunk_ms, with what follows the rows and the commit; or, on a slow disk, in the
  /// time of two commits of requests.
  Pace(const base::Clock& clock, const Writer& writer);
  /// When the piece's time is over, or when a request waits (but not in the first few rows, or a
  /// steady stream of requests would stop all bulk work). Ask before each row.
  [[nodiscard]] bool over() const;
  /// Rows for the next piece, after this one and its commit took that long.
  [[nodiscard]] int rows_after(base::Monotonic::duration took) const;

 private:
  const base::Clock& clock_;
  const Writer& writer_;
  base::Monotonic began_;
  bool quiet_;
  int rows_at_most_;
  mutable int asked_ = 0;
};

class Writer {
 public:
  /// A failed job is rolled back alone. It runs on the writer's thread, once.
  using Job = std::function<base::Result<>(Transaction&)>;
  /// After COMMIT, or with why not. On the writer's thread: hand over, don't work.
  using Done = std::function<void(const base::Result<>&)>;
  /// A piece of bulk work; true: there is more. Each piece is committed by itself.
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

  /// Runs bulk work to its end in pieces between requests, and waits. A failed piece ends it; the
  /// stop ends it between two pieces, with `unavailable`.
  base::Result<> run_bulk(BulkStep step);

  /// Puts the log into the database and empties it, so that destroyed bytes leave the disk too.
  /// Waits for readers for at most a second.
  base::Result<> forget_log();

  /// Finishes the requests that were queued and the piece of bulk work in hand, checkpoints, joins.
  /// What comes later is answered `unavailable`.
  void stop();
  /// Whether a request waits. Any thread.
  [[nodiscard]] bool request_waits() const noexcept;
  /// Whether no request has come for limits::apply_quiet_after_ms. Any thread.
  [[nodiscard]] bool is_quiet() const;
  /// Rows of bulk work that fit between requests. The writer's thread.
  [[nodiscard]] int rows_between_requests() const noexcept { return rows_between_requests_; }
  /// What requests took lately, with their commit. The writer's thread.
  [[nodiscard]] base::Monotonic::duration commit_time() const noexcept { return commit_time_; }

 private:
  struct Request {
    Job job;
    Done done;
  };
  struct Bulk;
  struct Work {
    std::vector<Request> requests;
    Bulk* bulk = nullptr;
    bool stop = false;
  };

  base::Result<> run_job(const Job& job);
  void loop();
  Work take();
  [[nodiscard]] bool bulk_has_waited() const;
  void run_requests(std::vector<Request>& requests);
  void run_bulk_turn(Bulk& bulk);
  void run_piece(Bulk& bulk);
  void end(Bulk& bulk, const base::Result<>& result);
  void end_all_bulk(const base::Failure& why);
  void break_down(const base::Failure& failure);
  void tidy();
  void move_deliveries();
  bool keep_house(const std::function<void()>& work);
  [[nodiscard]] std::int64_t most_log_pages() const;
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
  bool untidy_ = false;            // the writer's thread only, as what follows
  int rows_between_requests_ = 0;  // none yet: the fewest
  base::Monotonic::duration commit_time_{};
  std::optional<base::Failure> broken_;
  std::thread thread_;
};

}  // namespace hub::store
