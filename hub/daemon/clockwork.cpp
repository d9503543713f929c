#include "hub/daemon/clockwork.hpp"

#include <algorithm>

#include "hub/base/log.hpp"
#include "hub/service/expire.hpp"
#include "hub/service/hiding.hpp"
#include "hub/service/patterns.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using std::chrono::milliseconds;

constexpr milliseconds longest_pause = std::chrono::minutes(1);
constexpr int steps_of_a_look = 256;  // of the round: 2,048 households a minute

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
  if (auto turned = service::turn_protections(context_); !turned) return turned;
  orders_changed_();
  return go_round();
}

Result<> Clockwork::go_round() {
  const std::lock_guard lock(round_.mutex);
  const auto today = base::jst_date(context_.clock.now());
  auto book = context_.book();
  if (round_.day != today || round_.book != book) {
    round_.day = today;
    round_.book = std::move(book);
    round_.last = {};
    round_.done = false;
  }
  for (int step = 0; step < steps_of_a_look && !round_.done && !stopping(); ++step) {
    const auto last = service::weigh_some(context_, round_.last);
    if (!last) return last.error();
    round_.last = *last;
    round_.done = !*last;
  }
  return {};
}

milliseconds Clockwork::pause() const {
  const auto next = service::next_expiry(context_);
  if (!next || !*next) return longest_pause;
  const milliseconds until = **next - context_.clock.now();
  return std::clamp(until, milliseconds(1), longest_pause);
}

}  // namespace hub::daemon
