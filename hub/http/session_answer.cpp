// The second half of a session: hands a whole request over, and answers it.
#include <utility>

#include "hub/http/problem.hpp"
#include "hub/http/response_text.hpp"
#include "hub/http/session.hpp"

namespace hub::http {
namespace {

constexpr std::size_t linger_bytes = std::size_t{1024} * 1024;

}  // namespace

void Session::hand_over() {
  enter_handler();
  if (entry_->route.access == Access::partner_signature) {
    if (const auto refusal = admit_signed()) return respond(*refusal);
  }
  Job job{&entry_->handler, std::move(request_), Responder(shared_from_this())};
  if (entry_->route.runs == Runs::on_network) return run_handler(std::move(job));
  if (!core_->pool.try_push(job)) job.responder.send(problem_of(503, "busy"));
}

/// A webhook's partner, whose place it holds until it is answered, also when the client has gone
/// meanwhile: the work is still there.
std::optional<Response> Session::admit_signed() {
  auto caller = core_->gatekeeper.admit(entry_->route, request_);
  if (!caller) return refusal_of_stranger(caller.error());
  if (!core_->slots.take(caller->partner)) return problem_of(429, "too_many");
  slot_ = caller->partner;
  request_.caller = std::move(*caller);
  return std::nullopt;
}

void Session::answer(Response response) {
  core_->answers.push(shared_from_this(), std::move(response));
}

void Session::abandoned() noexcept {
  answer(problem_of(500, "internal"));
}

void Session::respond(const Response& response) {
  if (!slot_.empty()) core_->slots.give_back(std::exchange(slot_, {}));
  if (phase_ != Phase::handler) return;
  keep_ = keep_ && !response.close && !core_->draining;
  enter(Phase::writing, core_->limits.body);
  write(response_text(response, !keep_, for_head_), &Session::wrote);
}

/// Before the body was read: what follows can't be told from a new request, so the connection ends.
void Session::refuse(const Response& response) {
  keep_ = keep_ && phase_ != Phase::body && !request_.head.has_body() && !response.close;
  linger_ = !keep_;
  enter(Phase::writing, core_->limits.body);
  write(response_text(response, !keep_, for_head_), &Session::wrote);
}

void Session::write(std::string bytes, void (Session::*then)()) {
  outgoing_ = std::move(bytes);
  transport_->write(boost::asio::buffer(outgoing_), [self = shared_from_this(), then,
                                                     phase = phase_](ErrorCode error, std::size_t) {
    if (self->phase_ != phase) return;
    if (error) return self->close();
    (*self.*then)();
  });
}

void Session::wrote() {
  if (keep_ && !core_->draining) return next_request();
  if (!linger_) return close();
  transport_->end_writing();
  enter(Phase::lingering, core_->limits.header);
  linger();
}

/// Reads away what the client still sends, for a moment: closing on unread bytes would reset the
/// connection, and the client might never see why it was refused.
void Session::linger() {
  discarded_ += buffer_.size();
  buffer_.clear();
  if (discarded_ > linger_bytes) return close();
  read_more(&Session::linger);
}

Response Session::problem_of(int status, std::string_view type) const {
  return problem(status, type, correlation_id_, {language_});
}

}  // namespace hub::http
