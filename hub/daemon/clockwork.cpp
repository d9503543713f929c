#include "hub/daemon/clockwork.hpp"

#include <algorithm>

#include "hub/base/log.hpp"
#include "hub/service/due.hpp"
#include "hub/service/expire.hpp"
#include "hub/service/hiding.hpp"
#include "hub/service/patterns.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using std::chrono::milliseconds;

constexpr milliseconds longest_pause = std::chrono::minutes(1);
constexpr milliseconds between_steps(250);  // of the round: 8 households each, 32 a second

bool went_well(const Result<>& done) {
  if (!done)
    base::log(base::Level::warning, "expiry_not_looked_at", {{"reason", done.error().text()}});
  return done.has_value();
}

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
  auto next_look = context_.clock.steady();
  while (!stopping()) {
    if (context_.clock.steady() >= next_look) {
      went_well(look());
      next_look = context_.clock.steady() + pause();
    }
    const bool more = went_well(step_round()) && !round_.done;
    const base::Monotonic::duration left = next_look - context_.clock.steady();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, more ? std::min<base::Monotonic::duration>(left, between_steps) : left,
                   [this] { return stopping_; });
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
  if (auto told = tell_deadlines(); !told) return told;
  orders_changed_();
  return {};
}

/// Once a day, and again after a reload: what fell due since is told on the next open day.
Result<> Clockwork::tell_deadlines() {
  const auto today = base::jst_date(context_.clock.now());
  auto book = context_.book();
  if (deadlines_.day == today && deadlines_.book == book) return {};
  if (auto told = service::tell_deadlines(context_, [this] { return stopping(); }); !told)
    return told;
  deadlines_ = {today, std::move(book)};
  return {};
}

Result<> Clockwork::step_round() {
  const auto today = base::jst_date(context_.clock.now());
  auto book = context_.book();
  if (round_.day != today || round_.book != book) {
    round_.day = today;
    round_.book = std::move(book);
    round_.last = {};
    round_.done = false;
  }
  if (round_.done) return {};
  const auto last = service::weigh_some(context_, round_.last);
  if (!last) return last.error();
  round_.last = *last;
  round_.done = !*last;
  return {};
}

milliseconds Clockwork::pause() const {
  const auto next = service::next_expiry(context_);
  if (!next || !*next) return longest_pause;
  const milliseconds until = **next - context_.clock.now();
  return std::clamp(until, milliseconds(1), longest_pause);
}

}  // namespace hub::daemon
