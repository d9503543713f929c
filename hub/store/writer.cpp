#include "hub/store/writer.hpp"

#include <malloc.h>

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

constexpr auto bulk_patience = std::chrono::milliseconds(20);
constexpr auto quiet_after = std::chrono::milliseconds(limits::apply_quiet_after_ms);
constexpr auto cold_after = std::chrono::seconds(2);
constexpr std::int64_t log_pages_in_quiet = 250;    // 1 MiB: worth putting away when nobody waits
constexpr std::int64_t log_pages_at_most = 16'000;  // 64 MiB: not to be put off
constexpr std::int64_t log_pages_after_requests = 100;
constexpr std::int64_t log_pages_between_requests = 400;  // 1.6 MiB: somebody may wait for it
constexpr std::int64_t log_pages_without_gap = 800;

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
  std::vector<std::unique_ptr<char[]>> pieces(writer_page_bytes / piece);
  for (auto& one : pieces)
    one.reset(new char[piece]);
}

}  // namespace

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
  return core_.clock.steady() - last_request_ >= quiet_after;
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

Result<> Writer::listen(AuditListener listener) {
  return run_job([&](Transaction&) -> Result<> {
    core_.listener = std::move(listener);
    return {};
  });
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
      rest();
    if (log_is_long()) put_log_away();
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
  if (rest_ == Rest::cold)
    wake_.wait(lock, something);
  else
    wake_.wait_for(lock, rest_ == Rest::untidy ? quiet_after : cold_after, something);
  if (!requests_.empty() && !bulk_has_waited()) {
    work.requests = take_requests();
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

// Under the lock. Whoever asks whether somebody waits is told so to the end once the stop began.
std::vector<Writer::Request> Writer::take_requests() {
  std::vector<Request> taken(std::make_move_iterator(requests_.begin()),
                             std::make_move_iterator(requests_.end()));
  requests_.clear();
  waits_.store(stopping_, std::memory_order_relaxed);
  return taken;
}

void Writer::run_requests(const std::vector<Request>& requests) {
  const auto began = core_.clock.steady();
  Batch batch(core_);
  std::vector<Result<>> answers;
  if (requests.size() == 1)
    answers.push_back(batch.run_alone(requests.front().job));
  else
    answers = run_all(batch, requests);
  const std::optional<Trouble> trouble = finish(batch);
  tempo_.requests_took(core_.clock.steady() - began);
  answer_all(requests, answers, trouble);
}

std::vector<Result<>> Writer::run_all(Batch& batch, const std::vector<Request>& requests) {
  std::vector<Result<>> answers;
  answers.reserve(requests.size());
  for (const Request& request : requests)
    answers.push_back(batch.run(request.job));
  return answers;
}

std::optional<Trouble> Writer::finish(Batch& batch) {
  std::optional<Trouble> trouble = batch.finish();
  rest_ = Rest::untidy;
  if (trouble && trouble->scope == Trouble::Scope::process) break_down(trouble->failure);
  return trouble;
}

void Writer::answer_all(const std::vector<Request>& requests, const std::vector<Result<>>& answers,
                        const std::optional<Trouble>& trouble) {
  just_answered_ = !requests.empty();
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

// Requests that came meanwhile share the piece's commit, if the piece went well.
void Writer::run_piece(Bulk& bulk) {
  bool more = false;
  const auto began = core_.clock.steady();
  const bool quiet = is_quiet();
  const Pace pace = quiet ? Pace::in_quiet(core_.clock, waits_)
                          : Pace::between_requests(core_.clock, waits_, tempo_.rows());
  Batch batch(core_);
  Result<> answer = batch.run_alone([&](Transaction& transaction) -> Result<> {
    const Result<bool> piece = bulk.step(transaction, pace);
    if (!piece) return piece.error();
    more = *piece;
    return {};
  });
  const std::vector<Request> guests = answer ? take_guests() : std::vector<Request>{};
  const std::vector<Result<>> answers = run_all(batch, guests);
  const std::optional<Trouble> trouble = finish(batch);
  if (!quiet) tempo_.piece_took(core_.clock.steady() - began);
  answer_all(guests, answers, trouble);
  if (trouble) answer = trouble->failure;
  if (!answer || !more) end(bulk, answer);
}

std::vector<Writer::Request> Writer::take_guests() {
  const std::lock_guard lock(mutex_);
  return take_requests();
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

// Where requests come, the likeliest gap is right after some were answered; those that wait go
// first, unless they leave no gap.
bool Writer::log_is_long() const {
  const std::int64_t pages = core_.connection.log_pages();
  if (is_quiet()) return pages >= log_pages_at_most;
  if (request_waits()) return pages >= log_pages_without_gap;
  return pages >= (just_answered_ ? log_pages_after_requests : log_pages_between_requests);
}

void Writer::rest() {
  if (rest_ == Rest::untidy) {
    tidy();
    rest_ = Rest::warm;
  } else {
    cool();
    rest_ = Rest::cold;
  }
}

/// The pages that a long work has read, and what it freed in every thread, go back to the machine.
void Writer::cool() {
  core_.connection.forget_pages();
  ::malloc_trim(0);
}

void Writer::tidy() {
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
