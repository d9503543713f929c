#include "hub/intake/between.hpp"

namespace hub::intake {

using base::Kind;
using base::Result;

namespace {

constexpr std::chrono::milliseconds look_every(200);

}  // namespace

Result<> Between::ask(Work work, const std::function<bool()>& stays,
                      std::chrono::milliseconds patience, const std::function<void()>& wake) {
  std::unique_lock lock(mutex_);
  if (closed_) return base::fail(Kind::unavailable, "the source is being stopped");
  if (state_ != State::free)
    return base::fail(Kind::busy, "another switch of this source waits for its turn");
  work_ = std::move(work);
  state_ = State::waiting;
  const auto until = std::chrono::steady_clock::now() + patience;
  lock.unlock();
  wake();
  lock.lock();
  while (!moved_.wait_for(lock, look_every, [this] { return state_ == State::done; })) {
    const bool given_up = closed_ || std::chrono::steady_clock::now() > until || !stays();
    if (!given_up || state_ != State::waiting) continue;
    state_ = State::free;
    return base::fail(Kind::unavailable, "the file in flight did not end; nothing was switched");
  }
  state_ = State::free;
  return answer_;
}

bool Between::asked() const {
  const std::lock_guard lock(mutex_);
  return state_ == State::waiting && !closed_;
}

void Between::serve() {
  std::unique_lock lock(mutex_);
  if (state_ != State::waiting || closed_) return;
  state_ = State::at_work;
  lock.unlock();
  auto answer = work_();
  lock.lock();
  const bool later = !answer && answer.error().kind() == Kind::busy;
  answer_ = std::move(answer);
  state_ = later ? State::waiting : State::done;
  moved_.notify_all();
}

void Between::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

}  // namespace hub::intake
