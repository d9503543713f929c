#include "hub/http/session.hpp"

#include <utility>

#include "hub/base/log.hpp"
#include "hub/http/body_rules.hpp"
#include "hub/http/problem.hpp"

namespace hub::http {
namespace {

constexpr auto forever = std::chrono::steady_clock::time_point::max();

}  // namespace

Session::Session(std::shared_ptr<Core> core, std::unique_ptr<Transport> transport,
                 const base::AddressBytes& peer)
    : core_(std::move(core)), transport_(std::move(transport)), peer_(peer), timer_(core_->io) {}

Session::~Session() = default;

void Session::start() {
  core_->sessions.insert(this);
  ++core_->counters.open;
  enter(Phase::handshake, core_->limits.header);
  transport_->handshake([self = shared_from_this()](ErrorCode error, std::size_t) {
    if (error) return self->end_handshake(error);
    self->enter(Phase::head, self->core_->limits.header);
    self->read_more(&Session::try_head);
  });
}

/// A certificate that no CA of ours signed, or no TLS at all: told by OpenSSL's own words for it.
/// Who left before saying anything refused himself.
void Session::end_handshake(ErrorCode error) {
  const bool ours = phase_ == Phase::handshake;
  close();
  if (!ours || error.category() == boost::system::system_category()) return;
  const auto unlogged = core_->handshake_refusals.release(std::chrono::steady_clock::now());
  if (!unlogged) return;
  base::log(base::Level::warning, "handshake_refused",
            {{"reason", error.message()}, {"unlogged_before", *unlogged}});
}

void Session::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  timer_.cancel();
  transport_->close();
  core_->sessions.erase(this);
  core_->admission.leave(peer_);
  --core_->counters.open;
}

void Session::drain() {
  const bool waiting = phase_ == Phase::idle || phase_ == Phase::head;
  if (phase_ == Phase::handshake || (waiting && buffer_.empty())) close();
}

// Deadlines: one timer, moved only when a deadline comes earlier than what it waits for.

void Session::enter(Phase phase, Milliseconds limit) {
  phase_ = phase;
  deadline_ = std::chrono::steady_clock::now() + limit;
  if (!armed_ || deadline_ < timer_.expiry()) arm();
}

/// A handler has its own deadlines.
void Session::enter_handler() {
  phase_ = Phase::handler;
  deadline_ = forever;
}

void Session::arm() {
  armed_ = true;
  timer_.expires_at(deadline_);
  timer_.async_wait([self = shared_from_this()](ErrorCode error) {
    if (error || self->phase_ == Phase::closed) return;
    self->armed_ = false;
    if (std::chrono::steady_clock::now() >= self->deadline_) return self->expired();
    if (self->deadline_ != forever) self->arm();
  });
}

void Session::expired() {
  const bool begun = phase_ == Phase::body || (phase_ == Phase::head && !buffer_.empty());
  if (phase_ != Phase::idle) ++core_->counters.timeouts;
  if (!begun) return close();
  keep_ = false;
  refuse(problem_of(408, "too_slow"));
}

// Reading

void Session::next_request() {
  enter(Phase::idle, core_->limits.idle);
  if (core_->draining) return close();
  if (buffer_.empty()) return read_more(&Session::try_head);
  try_head();
}

void Session::read_more(void (Session::*then)()) {
  transport_->read_some(
      boost::asio::buffer(inbox_),
      [self = shared_from_this(), then, phase = phase_](ErrorCode error, std::size_t size) {
        if (self->phase_ != phase) return;
        if (error) return self->close();
        self->buffer_.append(self->inbox_.data(), size);
        (*self.*then)();
      });
}

void Session::try_head() {
  auto verdict = check_header(buffer_);
  if (verdict.state == HeadState::complete) return take_head(std::move(verdict));
  if (verdict.state == HeadState::incomplete) {
    if (phase_ == Phase::idle) enter(Phase::head, core_->limits.header);
    return read_more(&Session::try_head);
  }
  refuse_head(verdict.fault);
}

void Session::refuse_head(HeadFault fault) {
  ++core_->counters.refused_heads;
  for_head_ = keep_ = false;
  language_ = wording::Language::en;
  correlation_id_ = core_->next_correlation_id();
  if (const auto unlogged = core_->head_refusals.release(std::chrono::steady_clock::now())) {
    base::log(base::Level::warning, "head_refused",
              {{"correlation_id", std::string_view(correlation_id_)},
               {"fault", name_of(fault)},
               {"unlogged_before", *unlogged}});
  }
  refuse(problem_of(status_of(fault), name_of(fault)));
}

void Session::take_head(HeaderVerdict verdict) {
  ++core_->counters.requests;
  correlation_id_ = core_->next_correlation_id();
  request_ = {};
  request_.raw_head = buffer_.substr(0, verdict.size);
  buffer_.erase(0, verdict.size);
  request_.head = std::move(verdict.head);
  request_.peer = peer_;
  request_.certificate = transport_->certificate();
  request_.correlation_id = correlation_id_;
  language_ = language_for(request_);
  for_head_ = request_.method() == Method::head;
  keep_ = request_.head.keep_alive;
  if (auto response = objection()) return refuse(*response);
  begin_body();
}

// Deciding, before the body is read

std::optional<Response> Session::objection() {
  auto match = core_->router.match(request_.method(), request_.path());
  if (!match.entry) {
    log_stranger("route_refused", {});
    if (match.allow.empty()) return problem_of(404, "not_found");
    auto response = problem_of(405, "method_not_allowed");
    response.fields.emplace_back("Allow", match.allow);
    return response;
  }
  entry_ = match.entry;
  request_.parameters = std::move(match.parameters);
  const auto& route = entry_->route;
  if (const auto why = objection_to_body(route, request_))
    return problem_of(why->status, why->type);
  if (route.access == Access::partner_signature) return std::nullopt;  // it needs the body
  auto caller = core_->gatekeeper.admit(route, request_);
  if (!caller) return refusal_of_stranger(caller.error());
  request_.caller = std::move(*caller);
  return std::nullopt;
}

/// Who is not known is no actor of the audit log; the log names the route he tried.
Response Session::refusal_of_stranger(const base::Failure& why) {
  log_stranger("stranger_refused", entry_->route.pattern);
  return problem_of(status_of(why.kind()), base::name_of(why.kind()));
}

void Session::log_stranger(std::string_view event, std::string_view route) {
  const auto unlogged = core_->stranger_refusals.release(std::chrono::steady_clock::now());
  if (!unlogged) return;
  base::log(base::Level::warning, event,
            {{"correlation_id", std::string_view(correlation_id_)},
             {"route", route},
             {"unlogged_before", *unlogged}});
}

// The body

void Session::begin_body() {
  chunks_.reset();
  if (request_.head.chunked) chunks_.emplace(entry_->route.body_limit);
  const bool asked = request_.head.expects_continue && request_.head.has_body() && buffer_.empty();
  enter(Phase::body, core_->limits.body);
  if (!asked) return try_body();
  write("HTTP/1.1 100 Continue\r\n\r\n", &Session::try_body);
}

void Session::try_body() {
  if (chunks_) return try_chunks();
  const auto size = static_cast<std::size_t>(request_.head.content_length.value_or(0));
  if (buffer_.size() < size) return read_more(&Session::try_body);
  request_.body.assign(buffer_, 0, size);
  buffer_.erase(0, size);
  hand_over();
}

void Session::try_chunks() {
  std::size_t used = 0;
  const auto state = chunks_->feed(buffer_, request_.body, used);
  buffer_.erase(0, used);
  switch (state) {
    case ChunkState::more:
      return read_more(&Session::try_body);
    case ChunkState::done:
      return hand_over();
    case ChunkState::malformed:
      return refuse(problem_of(400, "malformed_body"));
    case ChunkState::too_large:
      return refuse(problem_of(413, "too_large"));
  }
}

}  // namespace hub::http
