#include "hub/http/core.hpp"

#include "hub/http/session.hpp"

namespace hub::http {

Core::Core(const ServerSettings& settings, Router the_router, const Gatekeeper& the_gatekeeper,
           std::string the_run_id)
    : limits(settings.limits),
      router(std::move(the_router)),
      gatekeeper(the_gatekeeper),
      pool(settings.workers, settings.limits.queue),
      admission({settings.limits.connections, settings.limits.per_peer, settings.limits.reserved},
                settings.known_peers),
      slots(settings.limits.unanswered),
      run_id(std::move(the_run_id)) {}

void AnswerQueue::push(std::shared_ptr<Session> session, Response response) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    first = waiting_.empty();
    waiting_.emplace_back(std::move(session), std::move(response));
  }
  if (first) boost::asio::post(io_, [this] { deliver(); });
}

void AnswerQueue::close() {
  std::vector<std::pair<std::shared_ptr<Session>, Response>> dropped;
  const std::lock_guard lock(mutex_);
  closed_ = true;
  dropped.swap(waiting_);
}

void AnswerQueue::deliver() {
  std::vector<std::pair<std::shared_ptr<Session>, Response>> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  for (const auto& [session, response] : taken)
    session->respond(response);
}

}  // namespace hub::http
