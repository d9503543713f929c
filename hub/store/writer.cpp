#include "hub/store/writer.hpp"

#include <algorithm>
#include <future>

#include "hub/base/limits.hpp"
#include "hub/base/log.hpp"
#include "hub/store/batch.hpp"
#include "hub/store/recent_deliveries.hpp"

namespace hub::store {
namespace {

using base::fail;
using base::Failure;
using base::Kind;
using base::Result;
namespace limits = base::limits;

constexpr int rows_at_least = 16;
constexpr int rows_at_most = 4'000;
constexpr int quiet_rows_at_least = 4'000;
constexpr auto bulk_patience = std::chrono::milliseconds(20);
constexpr auto quiet_after = std::chrono::milliseconds(200);
constexpr std::size_t page_cache_bytes = 32 * limits::mebibyte;  // of the writing connection
constexpr std::int64_t log_pages_in_quiet = 250;    // 1 MiB: worth putting away when nobody waits
constexpr std::int64_t log_pages_at_most = 16'000;  // 64 MiB: not to be put off
constexpr std::int64_t log_pages_between_requests = 1'000;  // 4 MiB: somebody waits for it

Failure closing() {
  return fail(Kind::unavailable, "the store is closing");
}

Result<> not_running(const std::optional<Failure>& broken) {
  if (broken) return fail(Kind::unavailable, "the store stopped: " + broken->text());
  return closing();
}

/// The page cache grows by one page after the other, and glibc asks the kernel for each page of a
/// thread's heap, once. Asked for in one go here, and given back untouched.
void widen_heap() {
  constexpr std::size_t piece = 100'000;  // smaller than what glibc would map for itself
  std::vector<std::unique_ptr<char[]>> pieces(page_cache_bytes / piece);
  for (auto& one : pieces)
    one.reset(new char[piece]);
}

}  // namespace

Pace::Pace(const base::Clock& clock, const Writer& writer)
    : clock_(clock),
      writer_(writer),
      began_(clock.steady()),
      quiet_(writer.is_quiet()),
      rows_at_most_(std::max(writer.rows_between_requests(), rows_at_least)) {}

// While nobody asks for anything, a piece that a slow machine cuts short costs more than it frees.
bool Pace::over() const {
  ++asked_;
  if (asked_ > rows_at_least && writer_.request_waits()) return true;
  if (!quiet_) return asked_ > rows_at_most_;
  return asked_ > quiet_rows_at_least &&
         clock_.steady() - began_ >= std::chrono::milliseconds(limits::apply_quiet_chunk_ms);
}

// A piece that was slow halves the next at most, and a quick one lets it grow by an eighth: what is
// slow once (another program has the disk) need not be slow again.
int Pace::rows_after(base::Monotonic::duration took) const {
  if (quiet_) return rows_at_most_;
  const base::Monotonic::duration aim = std::chrono::milliseconds(limits::apply_chunk_ms);
  const bool slow = took > std::max(aim, 2 * writer_.commit_time());
  const int rows = slow ? rows_at_most_ / 2 : rows_at_most_ + rows_at_most_ / 8;
  return std::clamp(rows, rows_at_least, rows_at_most);
}

struct Writer::Bulk {
  BulkStep step;  // empty: empty the log
  std::optional<Result<>> result;
};

Writer::Writer(WriterCore& core, Fatal fatal)
    : core_(core), fatal_(std::move(fatal)), last_piece_(core.clock.steady()) {
  thread_ = std::thread([this] { loop(); });
}

Writer::~Writer() {
  stop();
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waits_.store(true, std::memory_order_relaxed);  // the piece in hand ends soon
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

bool Writer::request_waits() const noexcept {
  return waits_.load(std::memory_order_relaxed);
}

bool Writer::is_quiet() const {
  const std::lock_guard lock(mutex_);
  return core_.clock.steady() - last_request_ >=
         std::chrono::milliseconds(limits::apply_quiet_after_ms);
}

Result<> Writer::submit(Job job, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || broken_) return not_running(broken_);
    if (requests_.size() >= limits::writer_queue)
      return fail(Kind::busy, "too many writes wait; try again");
    requests_.push_back({std::move(job), std::move(done)});
    last_request_ = core_.clock.steady();
    waits_.store(true, std::memory_order_relaxed);
  }
  wake_.notify_one();
  return {};
}

// Answered in every case: by the commit, by a failure, or by what stops the writer.
Result<> Writer::run_job(const Job& job) {
  std::promise<Result<>> answer;
  Result<> queued = submit([&job](Transaction& transaction) { return job(transaction); },
                           [&answer](const Result<>& result) { answer.set_value(result); });
  if (!queued) return queued;
  return answer.get_future().get();
}

Result<> Writer::run_bulk(BulkStep step) {
  Bulk bulk{std::move(step), std::nullopt};
  std::unique_lock lock(mutex_);
  if (stopping_ || broken_) return not_running(broken_);
  bulk_.push_back(&bulk);
  wake_.notify_one();
  bulk_ended_.wait(lock, [&] { return bulk.result.has_value(); });
  return *bulk.result;
}

Result<> Writer::forget_log() {
  return run_bulk({});
}

void Writer::loop() {
  widen_heap();
  for (;;) {
    Work work = take();
    if (work.stop) break;
    if (!work.requests.empty())
      run_requests(work.requests);
    else if (work.bulk != nullptr)
      run_bulk_turn(*work.bulk);
    else
      tidy();
    if (core_.connection.log_pages() >= most_log_pages()) put_log_away();
    if (core_.deliveries.too_many()) move_deliveries();
  }
  end_all_bulk(closing());
  tidy();
}

// Requests go first; a bulk job that waited long has one turn between them. At the stop, only
// requests are finished: bulk work may be long, and knows how to go on at the next start.
Writer::Work Writer::take() {
  Work work;
  std::unique_lock lock(mutex_);
  const auto something = [this] { return stopping_ || !requests_.empty() || !bulk_.empty(); };
  if (untidy_)
    wake_.wait_for(lock, quiet_after, something);
  else
    wake_.wait(lock, something);
  if (!requests_.empty() && !bulk_has_waited()) {
    work.requests.assign(std::make_move_iterator(requests_.begin()),
                         std::make_move_iterator(requests_.end()));
    requests_.clear();
    waits_.store(false, std::memory_order_relaxed);
  } else if (!bulk_.empty() && !stopping_) {
    work.bulk = bulk_.front();
  } else {
    work.stop = stopping_;
  }
  return work;
}

bool Writer::bulk_has_waited() const {
  return !bulk_.empty() && !stopping_ && core_.clock.steady() - last_piece_ >= bulk_patience;
}

void Writer::run_requests(std::vector<Request>& requests) {
  std::vector<Result<>> answers;
  answers.reserve(requests.size());
  const auto began = core_.clock.steady();
  Batch batch(core_);
  const bool alone = requests.size() == 1;
  for (const Request& request : requests)
    answers.push_back(alone ? batch.run_alone(request.job) : batch.run(request.job));
  const std::optional<Trouble> trouble = batch.finish();
  commit_time_ += (core_.clock.steady() - began - commit_time_) / 8;
  untidy_ = true;
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
  for (std::size_t i = 0; i < requests.size(); ++i)
    requests[i].done(trouble && answers[i] ? Result<>(trouble->failure) : answers[i]);
}

void Writer::run_bulk_turn(Bulk& bulk) {
  if (bulk.step)
    run_piece(bulk);
  else
    end(bulk, empty_log());
  last_piece_ = core_.clock.steady();
}

void Writer::run_piece(Bulk& bulk) {
  bool more = false;
  const auto began = core_.clock.steady();
  const Pace pace(core_.clock, *this);
  Batch batch(core_);
  Result<> answer = batch.run_alone([&](Transaction& transaction) -> Result<> {
    const Result<bool> piece = bulk.step(transaction, pace);
    if (!piece) return piece.error();
    more = *piece;
    return {};
  });
  const std::optional<Trouble> trouble = batch.finish();
  rows_between_requests_ = pace.rows_after(core_.clock.steady() - began);
  untidy_ = true;
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
  if (trouble) answer = trouble->failure;
  if (!answer || !more) end(bulk, answer);
}

void Writer::end(Bulk& bulk, const Result<>& result) {
  const std::lock_guard lock(mutex_);
  std::erase(bulk_, &bulk);
  bulk.result = result;
  bulk_ended_.notify_all();
}

void Writer::end_all_bulk(const Failure& why) {
  const std::lock_guard lock(mutex_);
  for (Bulk* bulk : bulk_)
    bulk->result = why;
  bulk_.clear();
  bulk_ended_.notify_all();
}

// SAFETY 4: no acknowledgement, no retry; what waits is answered, and the process ends.
void Writer::break_down(const Failure& failure) {
  std::deque<Request> waiting;
  {
    const std::lock_guard lock(mutex_);
    if (broken_) return;
    broken_ = failure;
    waiting.swap(requests_);
  }
  end_all_bulk(failure);
  base::log(base::Level::error, "store_stopped", {{"reason", failure.text()}});
  for (const Request& request : waiting)
    request.done(failure);
  fatal_(failure);
}

std::int64_t Writer::most_log_pages() const {
  return is_quiet() ? log_pages_at_most : log_pages_between_requests;
}

void Writer::tidy() {
  untidy_ = false;
  if (core_.deliveries.many()) move_deliveries();
  if (core_.connection.log_pages() >= log_pages_in_quiet) put_log_away();
}

void Writer::move_deliveries() {
  if (keep_house([this] { core_.deliveries.write_index(); })) core_.deliveries.moved();
}

bool Writer::keep_house(const std::function<void()>& work) {
  if (broken_) return false;
  Batch batch(core_);
  const Result<> ran = batch.run([&](Transaction&) -> Result<> {
    work();
    return {};
  });
  const std::optional<Trouble> trouble = batch.finish();
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
  return ran && !trouble;
}

// A full disk leaves the log as it is; the next quiet moment tries again.
void Writer::put_log_away() {
  if (broken_) return;
  const auto trouble = trouble_in([&] {
    Cursor cursor = core_.connection.query("PRAGMA wal_checkpoint(PASSIVE)", {});
    if (cursor.next()) core_.connection.log_was_put_away(cursor.integer(2));
  });
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
}

Result<> Writer::empty_log() {
  bool busy = false;
  const auto trouble = trouble_in([&] {
    Cursor cursor = core_.connection.query("PRAGMA wal_checkpoint(TRUNCATE)", {});
    busy = cursor.next() && cursor.integer(0) != 0;
  });
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
  if (trouble) return trouble->failure;
  if (busy) return fail(Kind::busy, "a reader holds the log; try again");
  core_.connection.log_was_put_away(0);
  return {};
}

}  // namespace hub::store
