// The right to answer one request, once, now or later, from any thread: a handler may keep it until
// the store's writer has committed (acknowledged means durable).
#pragma once

#include <memory>
#include <utility>

#include "hub/http/message.hpp"

namespace hub::http {

/// Where answers go: a session, or a test.
class AnswerPort {
 public:
  virtual ~AnswerPort() = default;
  /// Any thread; called once.
  virtual void answer(Response response) = 0;
  /// The responder was dropped unanswered, which is a defect of the handler.
  virtual void abandoned() noexcept = 0;
};

class Responder {
 public:
  explicit Responder(std::shared_ptr<AnswerPort> port) : port_(std::move(port)) {}
  Responder(Responder&&) noexcept = default;
  Responder& operator=(Responder&&) = delete;
  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;
  ~Responder() {
    if (port_) port_->abandoned();
  }

  void send(Response response) { std::exchange(port_, nullptr)->answer(std::move(response)); }

 private:
  std::shared_ptr<AnswerPort> port_;
};

}  // namespace hub::http
