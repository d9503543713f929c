#include "hub/daemon/clockwork.hpp"

#include <algorithm>

#include "hub/base/log.hpp"
#include "hub/service/expire.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using std::chrono::milliseconds;

constexpr milliseconds longest_pause = std::chrono::minutes(1);

}  // namespace

Clockwork::Clockwork(service::Context& context, std::function<void()> orders_changed)
    : context_(context), orders_changed_(std::move(orders_changed)) {}

Clockwork::~Clockwork() {
  stop();
}

void Clockwork::start() {
  thread_ = std::thread([this] { loop(); });
}

void Clockwork::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Clockwork::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void Clockwork::loop() {
  while (!stopping()) {
    if (const auto done = look(); !done)
      base::log(base::Level::warning, "expiry_not_looked_at", {{"reason", done.error().text()}});
    const auto wait = pause();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, wait, [this] { return stopping_; });
  }
}

Result<> Clockwork::look() {
  bool more = true;
  while (more && !stopping()) {
    const auto stopped = service::stop_expired(context_);
    if (!stopped) return stopped.error();
    more = *stopped;
  }
  orders_changed_();
  return {};
}

milliseconds Clockwork::pause() const {
  const auto next = service::next_expiry(context_);
  if (!next || !*next) return longest_pause;
  const milliseconds until = **next - context_.clock.now();
  return std::clamp(until, milliseconds(1), longest_pause);
}

}  // namespace hub::daemon
