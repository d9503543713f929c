// What all sessions of a server share. Lives on the network thread except where marked; sessions
// share its ownership, so that a late answer finds it.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "hub/http/admission.hpp"
#include "hub/http/log_brake.hpp"
#include "hub/http/partner_slots.hpp"
#include "hub/http/server.hpp"
#include "hub/http/worker_pool.hpp"

namespace hub::http {

class Session;

/// Any thread.
struct Counters {
  std::atomic<std::uint64_t> requests{0};
  std::atomic<std::uint64_t> refused_heads{0};
  std::atomic<std::uint64_t> refused_connections{0};
  std::atomic<std::uint64_t> timeouts{0};
  std::atomic<std::uint64_t> accept_failures{0};
  std::atomic<std::uint64_t> open{0};
};

/// Answers from other threads, taken over together: one wake-up for all of a commit.
class AnswerQueue {
 public:
  explicit AnswerQueue(boost::asio::io_context& io) : io_(io) {}
  /// Any thread.
  void push(std::shared_ptr<Session> session, Response response);
  /// The network thread has ended: what comes later is dropped. Any thread.
  void close();

 private:
  void deliver();
  boost::asio::io_context& io_;
  std::mutex mutex_;
  std::vector<std::pair<std::shared_ptr<Session>, Response>> waiting_;
  bool closed_ = false;
};

struct Core {
  Core(const ServerSettings& settings, Router the_router, const Gatekeeper& the_gatekeeper,
       std::string the_run_id);

  std::string next_correlation_id() { return run_id + "-" + std::to_string(++last_request); }

  boost::asio::io_context io{1};
  ServerLimits limits;
  Router router;
  const Gatekeeper& gatekeeper;
  WorkerPool pool;
  Admission admission;
  PartnerSlots slots;
  LogBrake head_refusals;
  LogBrake stranger_refusals;
  LogBrake handshake_refusals;
  AnswerQueue answers{io};
  Counters counters;
  std::set<Session*> sessions;
  bool draining = false;
  std::string run_id;
  std::uint64_t last_request = 0;
};

}  // namespace hub::http
