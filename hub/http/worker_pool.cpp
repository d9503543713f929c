#include "hub/http/worker_pool.hpp"

#include <exception>
#include <utility>

#include "hub/base/log.hpp"

namespace hub::http {

void run_handler(Job job) noexcept {
  const std::string id = job.request.correlation_id;
  try {
    (*job.handler)(std::move(job.request), std::move(job.responder));
  } catch (const std::exception&) {
    // What an exception says may quote input: the id leads to the request's other lines.
    base::log(base::Level::error, "handler_threw", {{"correlation_id", std::string_view(id)}});
  }
}

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue) : limit_(queue) {
  for (std::size_t at = 0; at < threads; ++at) {
    threads_.emplace_back([this] { work(); });
  }
}

WorkerPool::~WorkerPool() {
  stop();
}

bool WorkerPool::try_push(Job& job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= limit_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    run_handler(std::move(job));
    lock.lock();
  }
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

}  // namespace hub::http
