// The bounded pool that runs handlers which wait. A full queue is an answer (503), never growth.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "hub/http/router.hpp"

namespace hub::http {

struct Job {
  const Handler* handler;
  Request request;
  Responder responder;
};

/// Runs a handler; one of the four places that catch exceptions. The caller gets 500 by the
/// responder that the exception destroyed.
void run_handler(Job job) noexcept;

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Takes the job, or leaves it untouched and says false. Any thread.
  bool try_push(Job& job);
  /// Finishes what is queued and joins.
  void stop();

 private:
  void work();

  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hub::http
